import { isFilling } from '#renderer/app/is-filling.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatDayMonth, formatPercent } from '#shared/text/format.ts';

/** What 2016 reached, in percent: the figure to beat. */
const PAID_2016 = 72.6;

/** Month-to-date results from the local store. */
export function ResultsStrip() {
  const say = useSay();
  const results = usePicture((picture) => picture.results);
  const loading = usePicture((picture) => picture.results === null || isFilling(picture.link));
  const none = say(loading ? 'desk.results.loading' : 'desk.results.none');
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? none : formatPercent(value * 100);
  const since = results ? say('desk.results.since', { day: formatDayMonth(say.lang, results.since) }) : undefined;
  return (
    <dl className="results" title={since}>
      <div>
        <dt>
          <span className="results-long">{say('desk.results.same-day')}</span>
          <span className="results-short">{say('desk.results.same-day.short')}</span>
        </dt>
        <dd>{share(results?.sameDay)}</dd>
      </div>
      <div>
        <dt>{say('desk.results.paid')}</dt>
        <dd>
          {share(results?.paidWithinWeek)}
          <small>{say('desk.results.baseline', { share: formatPercent(PAID_2016) })}</small>
        </dd>
      </div>
    </dl>
  );
}
