import { DoubtMark } from '#renderer/ui/doubt-mark.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatDuration } from '#shared/text/format.ts';
import type { LateLine } from './late-list.ts';

/** Lines that fit above Borneo; one less while the banner takes its height. */
const LINES = 5;

/** Late now, by office: how late, where, what. */
export function LateNow({ lines, short }: { lines: readonly LateLine[]; short: boolean }) {
  const say = useSay();
  const fit = short ? LINES - 1 : LINES;
  const rest = lines.slice(fit).reduce((sum, line) => sum + line.cases, 0);
  return (
    <section className="late-now" aria-labelledby="late-now">
      <h2 id="late-now">{lines.length === 0 ? say('wall.none-late') : say('wall.late-now')}</h2>
      <ol>
        {lines.slice(0, fit).map((line) => (
          <li key={line.lead ?? ''}>
            <UrgencyGlyph urgency="missed" size={34} />
            <b>
              {formatDuration(say.lang, line.lateMs)}
              {line.uncertain ? <DoubtMark /> : null}
            </b>
            <span>
              {line.lead === null ? say('wall.no-lead') : (branchByCode(line.lead)?.short ?? line.lead)}
              <small>
                {inLine(say.key(`clock.name.${line.clock}`))}
                {line.cases > 1 ? ` ${say('wall.cases', { n: line.cases })}` : ''}
              </small>
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p>{say('wall.more-late', { n: rest })}</p> : null}
    </section>
  );
}

/** A name inside a line: small letters, unless it is a short form such as FPM. */
function inLine(name: string): string {
  return name === name.toUpperCase() ? name : name.toLowerCase();
}
