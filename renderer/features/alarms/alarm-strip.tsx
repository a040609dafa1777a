import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { AlarmLevel } from '#shared/contract/view/alarms.ts';
import { formatMoment } from '#shared/text/format.ts';
import { MuteButton } from './mute-button.tsx';
import { useRoom } from './room-context.tsx';
import { SilentWords } from './silent-words.tsx';
import { useAcknowledge } from './use-acknowledge.ts';
import './alarms.css';

/** The shape of each level on screens. */
export const GLYPHS = {
  notice: 'running',
  warn: 'warned',
  urgent: 'warned',
  breach: 'missed',
  again: 'missed',
} as const satisfies Record<AlarmLevel, string>;

/** What nobody has acknowledged, the worst first; also while sound is off, or this desk cannot tell rightly. */
export function AlarmStrip() {
  const say = useSay();
  const { clock, verbs } = useDesk();
  const { room, state } = useRoom();
  const { acknowledge, refused } = useAcknowledge();
  const { picture, mutedMs, unwell, silent } = state;
  const sounding = (picture?.items ?? []).filter(({ level }) => level !== 'notice');
  const counts = picture?.counts;
  const unheard = counts ? counts.warn + counts.urgent + counts.breach + counts.again : 0;
  const first = sounding[0];
  if (room === null || (!first && mutedMs === 0 && unwell === null && silent !== 'words')) return null;
  const now = clock.now();
  return (
    <section className="alarm-strip" aria-label={say('alarm.title')}>
      {unwell === null ? null : (
        <span className="alarm-unwell" role="alert">
          {say(`alarm.unwell.${unwell}`)}
        </span>
      )}
      {first ? (
        <>
          <b role="status">{say('alarm.unheard', { n: unheard })}</b>
          <button type="button" className="alarm-first" onClick={() => verbs.select(first.case)}>
            <UrgencyGlyph urgency={GLYPHS[first.level]} size={14} />
            <span>{say(`alarm.level.${first.level}`)}</span>
            <span className="alarm-number">{first.number}</span>
            <span>{say.key(`clock.name.${first.key}`)}</span>
            <span>{say('alarm.due', { time: formatMoment(say.lang, first.due, now) })}</span>
          </button>
        </>
      ) : null}
      {refused === null ? null : <span role="alert">{refused}</span>}
      {silent === 'words' ? <SilentWords room={room} short={first !== undefined} /> : null}
      <span className="alarm-space" />
      {first ? (
        <>
          <Button shortcut="H" data-alarm-hear onClick={() => acknowledge([first], 'keys')}>
            {say('alarm.hear')}
          </Button>
          <Button shortcut="⇧H" data-alarm-hear-all onClick={() => acknowledge(sounding, 'keys')}>
            {say('alarm.hear-all', { n: sounding.length })}
          </Button>
          <Button look="quiet" onClick={() => verbs.show('alarms')}>
            {say('alarm.open')}
          </Button>
        </>
      ) : null}
      {silent !== null && mutedMs === 0 ? null : <MuteButton room={room} mutedMs={mutedMs} now={now} />}
    </section>
  );
}
