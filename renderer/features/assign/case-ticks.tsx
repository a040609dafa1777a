import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { leadingClock, URGENCIES, urgencyOf, urgencyRank } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** So many cases stand open all; of more the worst few. */
const MOST = 8;
const SHOWN = 6;

interface CaseTicksProps {
  rows: readonly QueueRow[];
  ticked: readonly string[];
  branch: string;
}

/** Which cases go: the unassigned ones ticked, the others with who leads them; of very many the worst first, the rest folded. */
export function CaseTicks({ rows, ticked, branch }: CaseTicksProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const [whole, setWhole] = useState(false);
  // As they stood when the dialog opened: nothing moves away under a pointer.
  const [order] = useState(() => worstFirst(rows, clock.now()));
  const many = rows.length > MOST;
  const sorted = many ? order.flatMap((id) => rows.find((row) => row.case === id) ?? []) : rows;
  const open = many && !whole ? sorted.slice(0, SHOWN) : sorted;
  const away = sorted.slice(open.length);
  const goes = (row: QueueRow) => ticked.includes(row.case) && row.lead !== branch;
  const standing = (row: QueueRow, on: boolean) => {
    if (row.lead === null) return say('assign.unassigned');
    if (row.lead === branch) return say('assign.already', { code: row.lead });
    return say(on ? 'assign.will-move' : 'assign.led-by', { code: row.lead });
  };
  return (
    <fieldset className="ticks">
      <legend>{say('assign.which')}</legend>
      {open.map((row) => {
        const on = goes(row);
        const leading = leadingClock(row.clocks, clock.now());
        return (
          <label key={row.case} className="tick">
            <input
              type="checkbox"
              checked={on}
              disabled={row.lead === branch}
              onChange={(event) => verbs.tick(row.case, event.currentTarget.checked)}
            />
            <UrgencyGlyph urgency={leading ? urgencyOf(leading, clock.now()) : 'met'} unassigned={row.lead === null} />
            <b>{row.number}</b>
            <span>
              {[say(`severity.${row.severity}`), row.place, row.of > 1 ? `${row.ordinal}/${row.of}` : null]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <span className="tick-lead">{standing(row, on)}</span>
          </label>
        );
      })}
      {many ? (
        <Button look="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole
            ? say('assign.which.fewer')
            : say('assign.which.more', { n: away.length, ticked: away.filter(goes).length })}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** Cases by the clock that leads each, the most urgent first. @param now ms since 1970 */
function worstFirst(rows: readonly QueueRow[], now: number): string[] {
  const rank = (row: QueueRow): [number, number] => {
    const clock = leadingClock(row.clocks, now);
    return clock === null ? [URGENCIES.length, 0] : [urgencyRank(urgencyOf(clock, now)), clock.due];
  };
  return rows
    .map((row) => ({ id: row.case, rank: rank(row) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1])
    .map(({ id }) => id);
}
