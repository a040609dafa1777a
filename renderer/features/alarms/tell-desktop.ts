import type { Desk } from '#renderer/app/desk-context.ts';
import type { NoteLevel } from '#shared/contract/shell.ts';
import { createAlarmNotes } from './alarm-notes.ts';
import type { AlarmRoom } from './alarm-room.ts';

/**
 * Has the shell tell the desktop of new alarms while nobody looks at the window, unless a person switched it off; a click
 * on it brings up its case. @returns a function that ends it
 */
export function tellDesktop(desk: Desk, room: AlarmRoom): () => void {
  const noteOf = createAlarmNotes();
  return room.subscribe(() => {
    const { picture } = room.state();
    if (picture === null) return;
    const note = noteOf(picture, performance.now());
    const { lang, notify, withdrawn } = desk.picture().session;
    if (note === null || !notify || withdrawn !== null) return;
    const { number, key, level, case: id } = note.worst;
    desk.shell
      .ask('alarm.note', { lang, n: note.n, number, clock: key, level: level as NoteLevel })
      .then(({ picked }) => {
        if (picked) desk.verbs.select(id);
      })
      // A shell that cannot tell leaves the room its strip and its sound.
      .catch(() => {});
  });
}
