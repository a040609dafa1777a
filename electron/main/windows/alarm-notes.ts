import type { AlarmNoteInput, ShellOutput } from '#shared/contract/shell.ts';
import { isTextKey } from '#shared/text/catalogue.ts';
import { say, sayKey } from '#shared/text/say.ts';

/** As much of a desktop notification as is used. */
interface DesktopNote {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
}

/** A note as the desktop takes it. */
export interface NoteWords {
  title: string;
  body: string;
  silent: boolean;
  urgency: 'normal' | 'critical';
}

/** As much of a desk's window as is asked. */
interface LookedAt {
  isFocused(): boolean;
}

type Answer = ShellOutput<'alarm.note'>;

/** Tells the desktop of alarms. */
export interface AlarmNotes {
  /** @param from the desk that asks @param desks all that are open, the oldest first */
  show(note: AlarmNoteInput, from: LookedAt, desks: readonly LookedAt[]): Promise<Answer>;
}

/** The words of a note: counts, number of the case, name of the clock, level; nobody's name. */
export function noteWords({ lang, n, number, clock, level }: AlarmNoteInput, profile: 'demo' | 'live'): NoteWords {
  const name = `clock.name.${clock}`;
  const words = {
    number,
    clock: isTextKey(name) ? sayKey(lang, name) : clock,
    level: say(lang, `alarm.level.${level}`),
  };
  const title = n === 1 ? say(lang, 'alarm.note.one', words) : say(lang, 'alarm.note.many', { n });
  return {
    title: profile === 'demo' ? `[DEMO] ${title}` : title,
    body: n === 1 ? words.clock : say(lang, 'alarm.note.worst', words),
    // The room has tones of its own.
    silent: true,
    urgency: level === 'breach' || level === 'again' ? 'critical' : 'normal',
  };
}

/**
 * One note at a time: a new one takes the place of the one before. The oldest desk speaks for all, as with sound: two
 * would tell each alarm twice. Nothing is shown while somebody looks at any of them, or where the desktop takes none
 * (`make` null). @param bringUp shows the oldest desk
 */
export function createAlarmNotes(
  make: ((words: NoteWords) => DesktopNote) | null,
  bringUp: () => void,
  profile: 'demo' | 'live',
): AlarmNotes {
  let end: ((picked: boolean) => void) | null = null;
  return {
    show(note, from, desks) {
      if (from !== desks[0]) return Promise.resolve({ shown: false, picked: false });
      end?.(false);
      if (make === null || desks.some((desk) => desk.isFocused()))
        return Promise.resolve({ shown: false, picked: false });
      const shown = make(noteWords(note, profile));
      return new Promise((resolve) => {
        const over = (picked: boolean) => {
          if (end !== over) return;
          end = null;
          if (picked) bringUp();
          else shown.close();
          resolve({ shown: true, picked });
        };
        end = over;
        shown.on('click', () => over(true));
        shown.on('close', () => over(false));
        shown.on('failed', () => over(false));
        shown.show();
      });
    },
  };
}
