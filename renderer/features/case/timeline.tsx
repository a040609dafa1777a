import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail, TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { formatMoment } from '#shared/text/format.ts';
import { timelineLines } from './timeline-lines.ts';
import './timeline.css';

/** A minute's difference between when it happened and when it was noted is worth a word. */
const NOTED_LATER_MS = 5 * 60_000;

/** What happened to the case: squares on a hairline, a ketupat for a breach. */
export function Timeline({ detail }: { detail: CaseDetail }) {
  const say = useSay();
  const { clock } = useDesk();
  const now = clock.now();
  return (
    <section className="drawer-part" aria-label={say('drawer.timeline')}>
      <h2>{say('drawer.timeline')}</h2>
      <ol className="timeline">
        {timelineLines(detail.timeline, detail.clocks, now).map((line) =>
          line.kind === 'breach' ? (
            <li key={line.id} className="timeline-breach">
              <time>{formatMoment(say.lang, line.at, now)}</time>
              <span>{say('drawer.timeline.breach', { clock: say.key(`clock.long.${line.clock}`) })}</span>
              <small>{say('drawer.timeline.clock')}</small>
            </li>
          ) : (
            <TimelineAct key={line.entry.id} entry={line.entry} now={now} />
          ),
        )}
      </ol>
    </section>
  );
}

function TimelineAct({ entry, now }: { entry: TimelineEntry; now: number }) {
  const say = useSay();
  const who = say.ref({ key: 'drawer.timeline.who', params: { who: { t: 'person', v: entry.actor } } });
  const marks = [
    entry.state === 'accepted' ? null : say(`drawer.timeline.${entry.state}`),
    entry.certain ? null : say('clock.uncertain'),
    entry.recordedAt !== null && entry.recordedAt - entry.at > NOTED_LATER_MS
      ? say('drawer.timeline.late-note', { at: formatMoment(say.lang, entry.recordedAt, now) })
      : null,
  ].filter((one) => one !== null);
  return (
    <li className={`timeline-${entry.state}`}>
      <time>{formatMoment(say.lang, entry.at, now)}</time>
      <span>
        <span className="timeline-words">{say.ref(entry.words)}</span>
        {marks.length > 0 ? <em> {marks.join(' · ')}</em> : null}
        {entry.note === null ? null : <q>{entry.note}</q>}
      </span>
      <small title={say(`via.${entry.via}`)}>{who}</small>
    </li>
  );
}
