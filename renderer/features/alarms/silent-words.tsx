import { VolumeX } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { AlarmRoom } from './alarm-room.ts';

/** Says once that this computer plays nothing; a mark in the status bar stays. `short`: beside an alarm, which comes first. */
export function SilentWords({ room, short }: { room: AlarmRoom; short: boolean }) {
  const say = useSay();
  return (
    <span className="alarm-silent" role="status" title={say('alarm.silent')}>
      <VolumeX size={16} strokeWidth={1.75} aria-hidden />
      <span>{say(short ? 'alarm.silent.status' : 'alarm.silent')}</span>
      <Button look="quiet" onClick={room.wakeSound}>
        {say('alarm.silent.try')}
      </Button>
      <Button look="quiet" onClick={room.silenceRead}>
        {say('alarm.silent.understood')}
      </Button>
    </span>
  );
}
