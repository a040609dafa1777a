import { ActMenu } from '#renderer/features/assign/act-menu.tsx';
import { AssignDialog } from '#renderer/features/assign/assign-dialog.tsx';

/** All that may lie over the desk; each shows itself when the picture asks for it. */
export function DeskOverlays() {
  return (
    <>
      <ActMenu />
      <AssignDialog />
    </>
  );
}
