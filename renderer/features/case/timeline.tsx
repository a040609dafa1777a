import type { ReactNode } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail, TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { isoMalaysia, startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { formatDay, formatMoment, formatTime } from '#shared/text/format.ts';
import { EntryMenu } from './entry-menu.tsx';
import { timeMark } from './entry-time.ts';
import { ReverseForm } from './reverse-form.tsx';
import { SetTimeForm } from './set-time-form.tsx';
import { standsUnder, type TimelineForm } from './timeline-form.ts';
import { timelineLines } from './timeline-lines.ts';
import './timeline.css';

/** From this much between happening and noting on, the noting is worth a word. */
const NOTED_LATER_MS = 5 * 60_000;

interface TimelineProps {
  detail: CaseDetail;
  /** The form that stands open under a record. */
  form: TimelineForm | null;
  onForm(form: TimelineForm | null): void;
}

/** What happened to the case, newest first, by days: squares on a hairline, a ketupat for a breach. */
export function Timeline({ detail, form, onForm }: TimelineProps) {
  const say = useSay();
  const { clock } = useDesk();
  const now = clock.now();
  const maySetTime = detail.allowed.some((one) => one.act === 'set-time' && one.verdict === 'yes');
  const mayAct = !detail.row.readOnly;
  let day = startOfDayMalaysia(now);
  return (
    <section className="drawer-part" aria-label={say('drawer.timeline')}>
      <h2>{say('drawer.timeline')}</h2>
      <ol className="timeline">
        {timelineLines(detail.timeline, detail.clocks, now).map((line) => {
          const ofDay = startOfDayMalaysia(line.at);
          const head = ofDay === day ? null : formatDay(say.lang, line.at, now);
          day = ofDay;
          return line.kind === 'breach' ? (
            <TimelineLine key={line.id} day={head} at={line.at} look="breach" who={say('drawer.timeline.clock')}>
              {say('drawer.timeline.breach', { clock: say.key(`clock.long.${line.clock}`) })}
            </TimelineLine>
          ) : (
            <TimelineAct
              key={line.entry.id}
              day={head}
              entry={line.entry}
              now={now}
              menu={
                mayAct && isStanding(line.entry) ? (
                  <EntryMenu entry={line.entry} maySetTime={maySetTime} onForm={onForm} />
                ) : null
              }
              form={
                form !== null && standsUnder(form, line.entry, detail.timeline) ? (
                  <FormOf form={form} entry={line.entry} onClose={() => onForm(null)} />
                ) : null
              }
            />
          );
        })}
      </ol>
    </section>
  );
}

interface TimelineLineProps {
  /** The day, where another one begins above this line. */
  day: string | null;
  /** ms since 1970. */
  at: number;
  look: 'breach' | TimelineEntry['state'];
  who: string;
  /** How it was done, on hover. */
  how?: string;
  children: ReactNode;
  /** Beside the line, and under it. */
  menu?: ReactNode;
  form?: ReactNode;
}

function TimelineLine({ day, at, look, who, how, children, menu, form }: TimelineLineProps) {
  return (
    <>
      {day === null ? null : <li className="timeline-day">{day}</li>}
      <li className={`timeline-line timeline-${look}`}>
        <time dateTime={isoMalaysia(at)}>{formatTime(at)}</time>
        <span>{children}</span>
        <small title={how}>{who}</small>
        {menu}
        {form}
      </li>
    </>
  );
}

interface TimelineActProps {
  entry: TimelineEntry;
  day: string | null;
  now: number;
  menu: ReactNode;
  form: ReactNode;
}

function TimelineAct({ entry, day, now, menu, form }: TimelineActProps) {
  const say = useSay();
  const marks = [
    entry.state === 'accepted' ? null : say(`drawer.timeline.${entry.state}`),
    timeMark(entry, say, now),
    entry.recordedAt !== null && entry.recordedAt - entry.at > NOTED_LATER_MS
      ? say('drawer.timeline.late-note', { at: formatMoment(say.lang, entry.recordedAt, now) })
      : null,
  ].filter((one) => one !== null);
  return (
    <TimelineLine
      day={day}
      at={entry.at}
      look={entry.state}
      who={actorName(entry, say)}
      how={say(`via.${entry.via}`)}
      menu={menu}
      form={form}
    >
      <span className="timeline-words">{say.ref(entry.words)}</span>
      {marks.length > 0 ? <em> {marks.join(' · ')}</em> : null}
      {entry.note === null ? null : <q>{entry.note}</q>}
      {entry.lost === null ? null : <small className="drawer-quiet">{say(`drawer.lost.${entry.lost}`)}</small>}
    </TimelineLine>
  );
}

/** What was refused or taken back has nothing to take back. */
function isStanding({ state }: TimelineEntry): boolean {
  return state === 'accepted' || state === 'waiting';
}

function FormOf({ form, entry, onClose }: { form: TimelineForm; entry: TimelineEntry; onClose(): void }) {
  return form.kind === 'reverse' ? (
    <ReverseForm entry={entry} onClose={onClose} />
  ) : (
    <SetTimeForm entry={entry} onClose={onClose} />
  );
}

/** Who did it; the console itself by what it is. */
function actorName({ actor, via }: TimelineEntry, say: Say): string {
  if (via === 'system') return say('via.system');
  return say.ref({ key: 'drawer.timeline.who', params: { who: { t: 'person', v: actor } } });
}
