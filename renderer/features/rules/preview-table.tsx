import { useDesk } from '#renderer/app/desk-context.ts';
import { keyed } from '#renderer/ui/keyed.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyPreviewView } from '#shared/contract/view/rules.ts';
import { formatMoment } from '#shared/text/format.ts';

interface PreviewTableProps {
  preview: PolicyPreviewView;
  move: boolean;
  onMove(move: boolean): void;
}

/** What a version would change: counts, and the first cases with their due time before and after. */
export function PreviewTable({ preview, move, onMove }: PreviewTableProps) {
  const say = useSay();
  const { clock } = useDesk();
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const { cases, running, moves, first } = preview;
  if (running === 0)
    return (
      <p role="status" className="version-preview">
        {say('rules.preview.none', { cases })}
      </p>
    );
  return (
    <div className="version-preview" role="status">
      <p>{say('rules.preview.keep', { n: running, cases })}</p>
      <p>
        {say('rules.preview.would', {
          earlier: preview.earlier,
          later: preview.later,
          late: preview.newlyLate,
          saved: preview.noLongerLate,
        })}
      </p>
      {first.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('rules.preview.case')}</th>
              <th scope="col">{say('rules.preview.before')}</th>
              <th scope="col">{say('rules.preview.after')}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(first, ({ number }) => number).map(({ key, one }) => (
              <tr key={key}>
                <td>{one.number}</td>
                <td>{time(one.before)}</td>
                <td>{time(one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <label>
        <input type="checkbox" checked={move} onChange={(event) => onMove(event.target.checked)} />{' '}
        {say('rules.preview.move', { n: moves.length })}
      </label>
      {moves.length < running ? <p>{say('rules.preview.most', { n: moves.length })}</p> : null}
    </div>
  );
}
