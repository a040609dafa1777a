import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** What must be known of a search: misspelt words, and that not all was read yet. */
export function SearchNote() {
  const say = useSay();
  const found = usePicture((picture) => picture.found);
  if (found === null || (found.left === 0 && found.slips.length === 0)) return null;
  return (
    <p className="queue-search-note" role="status">
      {found.slips.length > 0 ? say('queue.found.slips', { words: found.slips.join(' ') }) : null}{' '}
      {found.left > 0 ? say('queue.found.left', { n: found.left }) : null}
    </p>
  );
}
