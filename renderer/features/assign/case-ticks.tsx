import { useDesk } from '#renderer/app/desk-context.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { leadingClock, urgencyOf } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

interface CaseTicksProps {
  rows: readonly QueueRow[];
  ticked: readonly string[];
  branch: string;
}

/** Which cases go: the unassigned ones ticked, the others with who leads them. */
export function CaseTicks({ rows, ticked, branch }: CaseTicksProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const standing = (row: QueueRow, on: boolean) => {
    if (row.lead === null) return say('assign.unassigned');
    if (row.lead === branch) return say('assign.already', { code: row.lead });
    return say(on ? 'assign.will-move' : 'assign.led-by', { code: row.lead });
  };
  return (
    <fieldset className="ticks">
      <legend>{say('assign.which')}</legend>
      {rows.map((row) => {
        const on = ticked.includes(row.case) && row.lead !== branch;
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
              {say(`severity.${row.severity}`)} · {row.ordinal}/{row.of}
            </span>
            <span className="tick-lead">{standing(row, on)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
