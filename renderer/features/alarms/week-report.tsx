import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { AlarmReportView } from '#shared/contract/view/alarms.ts';
import { formatDay, formatNumber, formatPercent, formatTime } from '#shared/text/format.ts';

/** After EEMUA 191: on average up to one alarm in ten minutes is acceptable, up to two manageable. */
const verdictOf = (average: number) => (average < 1 ? 'calm' : average <= 2 ? 'busy' : 'much');

/** For supervisors: how many alarms this desk was given in a day and a week, how often too many, and by which promises. */
export function WeekReport() {
  const say = useSay();
  const { engine } = useDesk();
  const [report, setReport] = useState<AlarmReportView | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void engine.call('alarms.report', {}).then((reply) => {
      if (stale) return;
      if (reply.ok) setReport(reply.value);
      else setFailed(say.ref(reply.failure.message));
    });
    return () => {
      stale = true;
    };
  }, [engine, say]);
  if (report === null) return failed === null ? null : <p role="alert">{failed}</p>;
  const most = Math.max(1, ...report.hours.map(({ n }) => n));
  return (
    <section className="alarm-week">
      <h3 className="alarm-head">{say('alarm.report')}</h3>
      <p>{say(`alarm.report.verdict.${verdictOf(report.averageTen)}`)}</p>
      <dl className="alarm-rate">
        <dt>{say('alarm.report.average')}</dt>
        <dd>{formatNumber(Math.round(report.averageTen * 10) / 10)}</dd>
        <dt>{say('alarm.report.flood')}</dt>
        <dd>{formatPercent(report.floodShare * 100)}</dd>
      </dl>
      <h4>{say('alarm.report.hours')}</h4>
      <ol className="alarm-hours">
        {report.hours.map(({ from, n }) => (
          <li key={from} aria-label={say('alarm.report.hour', { time: formatTime(from), n })}>
            {n > 0 ? <span aria-hidden>{n}</span> : null}
            <i style={{ height: `${Math.round((n / most) * 48)}px` }} />
          </li>
        ))}
      </ol>
      <p className="alarm-ticks" aria-hidden>
        {report.hours
          .filter((_, index) => index % 6 === 0 || index === 23)
          .map(({ from }) => (
            <span key={from}>{formatTime(from)}</span>
          ))}
      </p>
      <h4>{say('alarm.report.days')}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('alarm.report.day')}</th>
            <th scope="col">{say('alarm.report.raised')}</th>
            <th scope="col">{say('alarm.report.peak')}</th>
          </tr>
        </thead>
        <tbody>
          {report.days.toReversed().map(({ from, n, peakTen }) => (
            <tr key={from}>
              <th scope="row">{formatDay(say.lang, from, report.at)}</th>
              <td>{n}</td>
              <td>{peakTen}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.promises.length === 0 ? null : (
        <>
          <h4>{say('alarm.report.promises')}</h4>
          <dl className="alarm-rate">
            {report.promises.map(({ key, n }) => (
              <PromiseCount key={key} name={say.key(`clock.long.${key}`)} n={n} />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function PromiseCount({ name, n }: { name: string; n: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{n}</dd>
    </>
  );
}
