import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';
import { formatMoment } from '#shared/text/format.ts';
import { type FoldedChange, foldChanges } from './fold-changes.ts';

/** Lines that stand open; the others are one press away. */
const SHOWN = 4;

/** Many cases at once: how many cases each clock changes in, the first due in front. */
export function FoldedWords({ views }: { views: readonly WhatIfView[] }) {
  const say = useSay();
  const { clock } = useDesk();
  const { lines, stays } = foldChanges(views);
  const line = ({ key, deed, cases, due }: FoldedChange) => (
    <li key={`${key} ${deed}`}>
      {say(`what-if.fold.${deed}`, {
        clock: say.key(`clock.name.${key}`),
        n: cases,
        due: due === null ? '–' : formatMoment(say.lang, due, clock.now()),
      })}
    </li>
  );
  const rest = lines.slice(SHOWN);
  return (
    <>
      <ul>{lines.slice(0, SHOWN).map(line)}</ul>
      {rest.length > 0 ? (
        <details>
          <summary>{say('what-if.fold.more', { n: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      ) : null}
      {stays > 0 ? <p>{say('what-if.stays', { n: stays })}</p> : null}
    </>
  );
}
