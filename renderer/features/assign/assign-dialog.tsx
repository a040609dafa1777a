import { usePicture } from '#renderer/app/use-picture.ts';
import { AssignSteps } from './assign-steps.tsx';
import './assign.css';

/** The assign overlay: first the branch, if none was aimed at, then what goes there. Render it always; it shows itself. */
export function AssignDialog() {
  const open = usePicture((picture) => picture.overlay === 'assign');
  const carried = usePicture((picture) => picture.carried);
  return open && carried ? <AssignSteps carried={carried} /> : null;
}
