import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { clockTrouble } from '#renderer/app/clock-trouble.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { stalenessOf } from '#renderer/app/staleness.ts';
import { type AlarmRoom, createAlarmRoom, type RoomState } from './alarm-room.ts';
import { tellDesktop } from './tell-desktop.ts';
import { createTones } from './tones.ts';

const RoomContext = createContext<AlarmRoom | null>(null);
const NOTHING: RoomState = { picture: null, mutedMs: 0, unwell: null, silent: null };

/** Alarms of this window's room from its start on, whatever it shows: also while its screens are locked. */
export function AlarmRoomProvider({ children }: { children: ReactNode }) {
  const desk = useDesk();
  const [room, setRoom] = useState<AlarmRoom | null>(null);
  useEffect(() => {
    let unsay = () => {};
    const made = createAlarmRoom({
      engine: desk.engine,
      tones: createTones(),
      mono: () => performance.now(),
      trouble() {
        const [{ link }, now] = [desk.picture(), desk.clock.now()];
        if (stalenessOf(link, now) !== null) return 'link';
        return clockTrouble(link, now)?.kind === 'guess' ? 'clock' : null;
      },
      heard(sound) {
        unsay();
        unsay = desk.engine.watch('alarms.room', { sound }, () => {});
      },
    });
    setRoom(made);
    const unbeat = desk.clock.subscribe(made.beat);
    const unnote = tellDesktop(desk, made);
    return () => {
      unnote();
      unbeat();
      made.stop();
      unsay();
    };
  }, [desk]);
  return <RoomContext value={room}>{children}</RoomContext>;
}

/** The room and what it is told now; the room is null for the first moment. */
export function useRoom(): { room: AlarmRoom | null; state: RoomState } {
  const room = useContext(RoomContext);
  const state = useSyncExternalStore(
    (listener) => room?.subscribe(listener) ?? (() => {}),
    () => room?.state() ?? NOTHING,
  );
  return { room, state };
}
