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

type Answer = ShellOutput<'alarm.note'>;

/** Tells the desktop of alarms. */
export interface AlarmNotes {
  show(note: AlarmNoteInput, lookedAt: boolean): Promise<Answer>;
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
 * One note at a time: a new one takes the place of the one before. Nothing is shown while somebody looks at the desk, or
 * where the desktop takes none (`make` null). @param bringUp shows the desk
 */
export function createAlarmNotes(
  make: ((words: NoteWords) => DesktopNote) | null,
  bringUp: () => void,
  profile: 'demo' | 'live',
): AlarmNotes {
  let end: ((picked: boolean) => void) | null = null;
  return {
    show(note, lookedAt) {
      end?.(false);
      if (lookedAt || make === null) return Promise.resolve({ shown: false, picked: false });
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
