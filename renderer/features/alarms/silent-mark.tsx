import { VolumeX } from 'lucide-react';
import { useSay } from '#renderer/ui/use-say.ts';
import { useRoom } from './room-context.tsx';

/** As long as this computer plays nothing: a mark that tries again when pressed. */
export function SilentMark() {
  const say = useSay();
  const { room, state } = useRoom();
  if (room === null || state.silent === null) return null;
  return (
    <button type="button" className="status-item status-button" title={say('alarm.silent')} onClick={room.wakeSound}>
      <VolumeX size={14} strokeWidth={1.75} aria-hidden />
      {say('alarm.silent.status')}
    </button>
  );
}
