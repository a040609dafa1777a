import { usePicture } from '#renderer/app/use-picture.ts';
import { EntryDialog } from './entry-dialog.tsx';
import './entry.css';

/** Quick entry of what the desk heard. Render it always; it shows itself. */
export function QuickEntry() {
  const open = usePicture((picture) => picture.overlay === 'quick-entry');
  return open ? <EntryDialog /> : null;
}
