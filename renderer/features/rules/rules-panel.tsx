import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { PromiseGroup } from './promise-group.tsx';
import { RotaPanel } from './rota-panel.tsx';
import { VersionForm } from './version-form.tsx';
import './rules.css';

/** Promises and their versions; a supervisor of headquarters changes them. Render it always; it shows itself. */
export function RulesPanel() {
  const open = usePicture((picture) => picture.overlay === 'rules');
  return open ? <OpenRules /> : null;
}

function OpenRules() {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const user = usePicture((picture) => picture.session.user);
  const [reply, setReply] = useState<Reply<PolicyView[]> | null>(null);
  const [part, setPart] = useState<'promises' | 'rota'>('promises');
  const [base, setBase] = useState<PolicyView | null>(null);
  const read = useCallback(() => void engine.call('rules.policies', {}).then(setReply), [engine]);
  useEffect(read, [read]);
  const close = () => verbs.show('none');
  if (base !== null) {
    const done = () => {
      setBase(null);
      read();
    };
    return <VersionForm base={base} onClose={close} onDone={done} />;
  }
  const mayEdit = user?.role === 'supervisor' && user.scope.kind === 'hq';
  const groups = new Map<string, PolicyView[]>();
  for (const view of reply?.ok ? reply.value : [])
    groups.set(view.row.key, [...(groups.get(view.row.key) ?? []), view]);
  return (
    <Dialog
      title={say('rules.title')}
      width={760}
      onClose={close}
      foot={
        <Button data-autofocus onClick={close}>
          {say('desk.close')}
        </Button>
      }
    >
      <Segments<'promises' | 'rota'>
        label={say('rules.parts')}
        value={part}
        options={[
          { value: 'promises', node: say('rules.part.promises') },
          { value: 'rota', node: say('rules.part.rota') },
        ]}
        onPick={setPart}
      />
      {part === 'rota' ? (
        <RotaPanel />
      ) : (
        <>
          {reply === null ? <p role="status">{say('rules.loading')}</p> : null}
          {reply && !reply.ok ? (
            <p role="alert">
              {say('rules.failed')} {say.ref(reply.failure.message)}{' '}
              <Button onClick={read}>{say('drawer.retry')}</Button>
            </p>
          ) : null}
          <p className="rules-lead">
            {say('rules.lead')} {mayEdit ? null : say('rules.read-only')}
          </p>
          {[...groups].map(([key, versions]) => (
            <PromiseGroup key={key} name={key} versions={versions} mayEdit={mayEdit} onNew={setBase} onChanged={read} />
          ))}
        </>
      )}
    </Dialog>
  );
}
