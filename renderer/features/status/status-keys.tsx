import { useDesk } from '#renderer/app/desk-context.ts';
import { showsLoad } from '#renderer/app/shows-load.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** The keys that matter just now: others while cases are in hand, and no more than Esc where only a pointer aims. */
export function StatusKeys() {
  const say = useSay();
  const { verbs } = useDesk();
  const carrying = usePicture((picture) => picture.carried !== null);
  const choices = usePicture((picture) => Math.min(9, picture.carried?.candidates.length ?? 0));
  const aimed = usePicture((picture) => !showsLoad(picture));
  if (carrying) {
    return (
      <span className="status-keys status-carrying">
        {aimed && choices > 0 ? (
          <span>
            <Kbd>1</Kbd>–<Kbd>{choices}</Kbd> {say('status.carry.pick')}
          </span>
        ) : null}
        {aimed ? (
          <span>
            <Kbd>Enter</Kbd> {say('status.carry.drop')}
          </span>
        ) : null}
        <span>
          <Kbd>Esc</Kbd> {say('status.carry.cancel')}
        </span>
      </span>
    );
  }
  return (
    <span className="status-keys">
      <button type="button" onClick={() => verbs.show('quick-entry')}>
        <Kbd>N</Kbd> {say('status.key.new')}
      </button>
      <button type="button" onClick={() => verbs.show('palette')}>
        <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> {say('status.key.palette')}
      </button>
      <span>
        <Kbd>/</Kbd> {say('status.key.search')}
      </span>
      <button type="button" className="status-help" onClick={() => verbs.show('help')}>
        <Kbd>?</Kbd> {say('status.key.help')}
      </button>
    </span>
  );
}
