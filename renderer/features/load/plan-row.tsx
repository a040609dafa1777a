import { useDesk } from '#renderer/app/desk-context.ts';
import { officeOptions } from '#renderer/app/office-options.ts';
import { SelectField } from '#renderer/ui/field.tsx';
import { keyed } from '#renderer/ui/keyed.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PlannedMove } from '#shared/contract/view/load.ts';
import { formatKm, formatMoment } from '#shared/text/format.ts';

/** Clocks named in a line; the others are counted. */
const NAMED = 2;

interface PlanRowProps {
  move: PlannedMove;
  avoid: string | null;
  onBranch(branch: string): void;
}

/** One case of a plan: from where, to where and why, and the clocks that change. */
export function PlanRow({ move, avoid, onBranch }: PlanRowProps) {
  const say = useSay();
  const { clock } = useDesk();
  const at = (ms: number | null) => (ms === null ? '–' : formatMoment(say.lang, ms, clock.now()));
  return (
    <tr className={move.refused === null ? '' : 'plan-refused'}>
      <th scope="row">
        {move.number}
        <small>{move.place ?? '–'}</small>
      </th>
      <td>
        <span className="code">{move.from ?? say('load.crc')}</span>
      </td>
      <td>
        <SelectField
          bareLabel
          label={say('load.plan.to-of', { number: move.number })}
          className="plan-to"
          value={move.branch}
          options={officeOptions(avoid)}
          onChange={(event) => onBranch(event.currentTarget.value)}
        />
        <small>
          {[
            move.km === null || (move.reason.key === 'candidate.near' && move.refused === null)
              ? null
              : formatKm(move.km),
            say.ref(move.refused ?? move.reason),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>
        {keyed(move.changes.slice(0, NAMED), ({ key }) => key).map(({ key, one }) => (
          <small key={key}>
            {say('load.plan.change', {
              clock: say.key(`clock.name.${one.key}`),
              before: at(one.before),
              after: at(one.after),
            })}
          </small>
        ))}
        {move.changes.length > NAMED ? (
          <small>{say('load.plan.more', { n: move.changes.length - NAMED })}</small>
        ) : null}
      </td>
    </tr>
  );
}
