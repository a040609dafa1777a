import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { FIRST_ARRANGEMENT } from '#shared/contract/view/arrangement.ts';
import { ColumnLines } from './column-lines.tsx';
import { ViewLines } from './view-lines.tsx';
import './arrange.css';

/** How the queue is looked at: views by name, columns with their order and what each must say. */
export function ArrangeDialog({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { verbs } = useDesk();
  const signedIn = usePicture((picture) => picture.session.user !== null);
  const reset = () => {
    verbs.arrange({ columns: FIRST_ARRANGEMENT.columns, queuePx: null, drawerPx: null });
    verbs.setSort([]);
    verbs.setFilter({ columns: {}, picks: {} });
  };
  return (
    <Dialog
      title={say('arrange.title')}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={reset}>
            {say('arrange.reset')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('arrange.done')}
          </Button>
        </>
      }
    >
      <ViewLines onTaken={onClose} signedIn={signedIn} />
      <ColumnLines />
    </Dialog>
  );
}
