import { useSay } from '#renderer/ui/use-say.ts';
import type { SearchHit } from '#shared/contract/view/search.ts';

/** A piece of what was found beyond the row itself: in whom, a report or a note; masked as everywhere. */
export function FoundText({ hit: { fields, text } }: { hit: SearchHit }) {
  const say = useSay();
  const field = (['people', 'report', 'note'] as const).find((one) => fields.includes(one));
  if (field === undefined) return null;
  return (
    <span className="row-found" title={text ?? undefined}>
      <small>{say(`queue.found.${field}`)}</small> {text}
    </span>
  );
}
