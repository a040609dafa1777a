import type { Carried } from '#renderer/app/desk-context.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { timeLeft, urgencyOf } from '#shared/clocks/urgency.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatDuration, formatMoment } from '#shared/text/format.ts';

interface DropPreviewProps {
  detail: CaseDetail;
  carried: Carried;
  branch: string;
}

/** While the case is carried: what stands now, and what will stand after letting go on the branch aimed at. */
export function DropPreview({ detail, carried, branch }: DropPreviewProps) {
  const say = useSay();
  const { clock } = useDesk();
  const now = clock.now();
  const candidate = carried.candidates.find((one) => one.branch === branch);
  if (!candidate || candidate.refused) return null;
  const town = (code: string | null) => (code === null ? '–' : `${code} ${branchByCode(code)?.short ?? ''}`);
  const assignment = detail.clocks.find((one) => one.key === 'kpi.assignment' && one.stoppedAt === null);
  const reply = detail.clocks.findLast((one) => one.key === 'kpi.acknowledgement' && one.stoppedAt === null);
  return (
    <section className="drawer-part" aria-label={say('drop.title', { code: branch })}>
      <h2>{say('drop.title', { code: branch })}</h2>
      <table className="drop">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('drop.now')}</th>
            <th scope="col">{say('drop.after')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('drop.lead')}</th>
            <td>{town(detail.row.lead)}</td>
            <td>{town(branch)}</td>
          </tr>
          {assignment ? (
            <tr>
              <th scope="row">{say('clock.name.kpi.assignment')}</th>
              <td>
                <Left clock={assignment} now={now} />
              </td>
              <td>
                <UrgencyGlyph urgency="met" size={14} /> {formatMoment(say.lang, now, now)}
              </td>
            </tr>
          ) : null}
          {candidate.ghosts
            .filter((ghost) => ghost.key === 'kpi.acknowledgement')
            .map((ghost) => (
              <tr key={ghost.key}>
                <th scope="row">{say.key(`clock.name.${ghost.key}`)}</th>
                <td>{reply ? <Left clock={reply} now={now} /> : '–'}</td>
                <td>
                  <UrgencyGlyph
                    urgency={now > ghost.due ? 'missed' : now >= ghost.warnAt ? 'warned' : 'running'}
                    size={14}
                  />{' '}
                  {formatMoment(say.lang, ghost.due, now)}
                </td>
              </tr>
            ))}
          <tr>
            <th scope="row">{say('drop.load', { code: branch })}</th>
            <td>{say('drop.cases', { n: candidate.active })}</td>
            <td>{say('drop.cases', { n: candidate.active + carried.ticked.length })}</td>
          </tr>
        </tbody>
      </table>
      <p className="drawer-quiet">{say('drop.undo')}</p>
    </section>
  );
}

/** What is left of a clock that runs, negative when late. */
function Left({ clock, now }: { clock: SlimClock; now: number }) {
  const say = useSay();
  return (
    <>
      <UrgencyGlyph urgency={urgencyOf(clock, now)} size={14} /> {formatDuration(say.lang, timeLeft(clock, now))}
    </>
  );
}
