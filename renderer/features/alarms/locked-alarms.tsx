import { useDesk } from '#renderer/app/desk-context.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { worstOf } from '#shared/clocks/alarms/ringing.ts';
import { GLYPHS } from './alarm-strip.tsx';
import { MuteButton } from './mute-button.tsx';
import { useRoom } from './room-context.tsx';

/** On the lock screen: how many alarms nobody acknowledged, without any case, and the mute, so that a room can have quiet. */
export function LockedAlarms() {
  const say = useSay();
  const { clock } = useDesk();
  const { room, state } = useRoom();
  const { picture, mutedMs } = state;
  const worst = picture === null ? null : worstOf({ ...picture.counts, notice: 0 });
  if (room === null || picture === null || (worst === null && mutedMs === 0)) return null;
  const { warn, urgent, breach, again } = picture.counts;
  return (
    <section className="alarm-locked" aria-label={say('alarm.title')}>
      {worst === null ? null : (
        <p role="status">
          <UrgencyGlyph urgency={GLYPHS[worst]} size={14} />
          <b>{say('alarm.unheard', { n: warn + urgent + breach + again })}</b>
        </p>
      )}
      <p>{say('alarm.locked')}</p>
      <p>
        <MuteButton room={room} mutedMs={mutedMs} now={clock.now()} />
      </p>
    </section>
  );
}
