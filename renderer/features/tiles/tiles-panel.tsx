import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { TilesForm } from './tiles-form.tsx';
import './tiles.css';

/** Pictures under the map, for an admin to set. Render it always; it shows itself. */
export function TilesPanel() {
  const open = usePicture(({ overlay }) => overlay === 'tiles');
  return open ? <OpenTiles /> : null;
}

function OpenTiles() {
  const say = useSay();
  const { shell, verbs } = useDesk();
  const tiles = usePicture(({ session }) => session.tiles);
  const admin = usePicture(({ session }) => session.user?.role === 'admin');
  const close = () => verbs.show('none');
  if (shell.tiles !== null && admin) return <TilesForm tiles={tiles} onClose={close} />;
  return (
    <Dialog title={say('tiles.title')} onClose={close} foot={<Button onClick={close}>{say('desk.close')}</Button>}>
      <div className="tiles">
        <p>{shell.tiles === null ? say('tiles.browser') : say('tiles.admin')}</p>
        {shell.tiles === null ? null : (
          <p>{tiles === null ? say('tiles.off') : say('tiles.on', { host: tiles.host })}</p>
        )}
      </div>
    </Dialog>
  );
}
