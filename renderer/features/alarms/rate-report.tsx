import { useSay } from '#renderer/ui/use-say.ts';
import { FLOOD } from '#shared/clocks/alarms/alarm-report.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';

/** How many alarms this console was given. */
export function RateReport({ rate }: { rate: AlarmPicture['rate'] }) {
  const say = useSay();
  return (
    <section>
      <h3 className="alarm-head">{say('alarm.rate')}</h3>
      <dl className="alarm-rate">
        <dt>{say('alarm.rate.last')}</dt>
        <dd>{rate.lastTen}</dd>
        <dt>{say('alarm.rate.peak')}</dt>
        <dd>{rate.peakTen}</dd>
        <dt>{say('alarm.rate.day')}</dt>
        <dd>{rate.day}</dd>
        <dt>{say('alarm.rate.standing')}</dt>
        <dd>{rate.standing}</dd>
      </dl>
      {rate.peakTen > FLOOD ? <p className="alarm-flood">{say('alarm.rate.high')}</p> : null}
    </section>
  );
}
