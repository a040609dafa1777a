import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { stalenessOf } from '#renderer/app/staleness.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useWhom, WhomToPhone } from '#renderer/app/whom/whom-to-phone.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { AlarmView } from '#shared/contract/view/alarms.ts';
import { formatMoment } from '#shared/text/format.ts';
import { GLYPHS } from './alarm-strip.tsx';
import { NotifySwitch } from './notify-switch.tsx';
import { RateReport } from './rate-report.tsx';
import { useRoom } from './room-context.tsx';
import { useAcknowledge } from './use-acknowledge.ts';
import { WeekReport } from './week-report.tsx';
import './alarms.css';

/** Nobody phones about more cases in a row. */
const MOST_PHONED = 50;

/** All alarms: what stands, who acknowledged what, what was withdrawn and why, and how many there are. */
export function AlarmPanel() {
  const open = usePicture((picture) => picture.overlay === 'alarms');
  return open ? <OpenAlarms /> : null;
}

function OpenAlarms() {
  const say = useSay();
  const { clock, verbs } = useDesk();
  const user = usePicture((picture) => picture.session.user);
  const { picture } = useRoom().state;
  const { acknowledge, refused } = useAcknowledge();
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const cutOff = usePicture((one) => one.link !== null && stalenessOf(one.link, clock.now()) !== null);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const items = picture?.items ?? [];
  const whom = useWhom(phoned(items, cutOff, asked));
  // Once for each case, at its worst alarm.
  const shown = new Map(
    [...whom].flatMap(([id, one]) => {
      const worst = items.find((alarm) => alarm.case === id && (cutOff || asked.has(id)));
      return worst ? [[worst.id, <WhomToPhone key={`${id} ${one.called?.duty}`} whom={one} />]] : [];
    }),
  );
  const line = (alarm: AlarmView) => (
    <>
      <UrgencyGlyph urgency={GLYPHS[alarm.level]} size={14} />
      <span>{say(`alarm.level.${alarm.level}`)}</span>
      <b>{alarm.number}</b>
      <span>
        {say.key(`clock.name.${alarm.key}`)}, {say('alarm.due', { time: time(alarm.due) })}
        {alarm.late ? <small>{say('alarm.late', { time: time(alarm.raisedAt) })}</small> : null}
      </span>
    </>
  );
  const all = picture ? Object.values(picture.counts).reduce((sum, n) => sum + n, 0) : 0;
  return (
    <Dialog
      title={say('alarm.title')}
      width={760}
      onClose={() => verbs.show('none')}
      foot={
        <Button data-autofocus onClick={() => verbs.show('none')}>
          {say('desk.close')}
        </Button>
      }
    >
      {refused === null ? null : <p role="alert">{refused}</p>}
      {cutOff ? <p className="alarm-cut-off">{say('alarm.whom.offline')}</p> : null}
      {items.length === 0 ? <p>{say('alarm.none')}</p> : <h3 className="alarm-head">{say('alarm.standing')}</h3>}
      <ul className="alarm-list">
        {items.map((alarm) => (
          <li key={alarm.id}>
            {line(alarm)}
            <span className="alarm-acts">
              {cutOff ? null : (
                <Button
                  look="quiet"
                  aria-expanded={asked.has(alarm.case)}
                  onClick={() => setAsked((before) => toggled(before, alarm.case))}
                >
                  {say('alarm.whom.ask')}
                </Button>
              )}
              <Button onClick={() => acknowledge([alarm], 'menu')}>{say('alarm.hear')}</Button>
            </span>
            {shown.get(alarm.id)}
          </li>
        ))}
      </ul>
      {picture && all > items.length ? <p>{say('alarm.more', { n: all - items.length })}</p> : null}
      {picture && picture.heard.length > 0 ? <h3 className="alarm-head">{say('alarm.heard')}</h3> : null}
      <ul className="alarm-list">
        {(picture?.heard ?? []).map((alarm) => (
          <li key={alarm.id}>
            {line(alarm)}
            <small>
              {say('alarm.heard.by', {
                who: alarm.by === user?.id ? user.name : alarm.by,
                time: time(alarm.heardAt),
              })}
            </small>
          </li>
        ))}
      </ul>
      {picture && picture.gone.length > 0 ? <h3 className="alarm-head">{say('alarm.gone')}</h3> : null}
      <ul className="alarm-list">
        {(picture?.gone ?? []).map((one) => (
          <li key={`${one.id} ${one.at}`}>
            <UrgencyGlyph urgency="met" size={14} />
            <span>{time(one.at)}</span>
            <b>{one.number}</b>
            <span>
              {say.key(`clock.name.${one.key}`)}: {say.key(`alarm.gone.${one.why}`)}
            </span>
          </li>
        ))}
      </ul>
      {picture ? <RateReport rate={picture.rate} /> : null}
      {user?.role === 'supervisor' ? <WeekReport /> : null}
      <NotifySwitch />
    </Dialog>
  );
}

/** Cases about which somebody is to be phoned: cut off all that stand, the worst first, else those asked about. */
function phoned(items: readonly AlarmView[], cutOff: boolean, asked: ReadonlySet<string>): string[] {
  const cases = items.filter((alarm) => cutOff || asked.has(alarm.case)).map((alarm) => alarm.case);
  return [...new Set(cases)].slice(0, MOST_PHONED);
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
