import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { KEY_GROUPS } from './key-groups.ts';
import './help.css';

/** The keys and the mouse at the desk. Render it always; it shows itself. */
export function HelpPanel() {
  const say = useSay();
  const { verbs } = useDesk();
  const open = usePicture((picture) => picture.overlay === 'help');
  if (!open) return null;
  return (
    <Dialog
      title={say('help.title')}
      width={720}
      onClose={() => verbs.show('none')}
      foot={
        <>
          <Button onClick={() => verbs.show('about')}>{say('about.title')}</Button>
          <Button data-autofocus onClick={() => verbs.show('none')}>
            {say('outbox.close')}
          </Button>
        </>
      }
    >
      <div className="help">
        {KEY_GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{say(group.title)}</h3>
            <dl>
              {group.keys.map((one) => (
                <div key={one.words}>
                  <dt>
                    {one.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                    {'gesture' in one ? <span>{say(one.gesture)}</span> : null}
                  </dt>
                  <dd>{say(one.words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
