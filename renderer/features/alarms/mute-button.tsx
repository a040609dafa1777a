import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatTime } from '#shared/text/format.ts';
import type { AlarmRoom } from './alarm-room.ts';

/** Mutes the room, or says until when it is and sounds it again. @param now ms since 1970 */
export function MuteButton({ room, mutedMs, now }: { room: AlarmRoom; mutedMs: number; now: number }) {
  const say = useSay();
  if (mutedMs === 0) {
    return (
      <Button look="quiet" onClick={() => room.mute(true)}>
        {say('alarm.mute')}
      </Button>
    );
  }
  return (
    <>
      <span role="status">{say('alarm.muted', { time: formatTime(now + mutedMs) })}</span>
      <Button onClick={() => room.mute(false)}>{say('alarm.unmute')}</Button>
    </>
  );
}
