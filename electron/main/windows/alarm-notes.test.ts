import { expect, it } from 'vitest';
import { SHELL_CALLS } from '#shared/contract/shell.ts';
import { createAlarmNotes, noteWords } from './alarm-notes.ts';

const note = { lang: 'ms', n: 1, number: '2026-000123/1', clock: 'kpi.triage', level: 'breach' } as const;

const desk = (focused: boolean) => ({ isFocused: () => focused });

/** A desktop that takes notes and does with them what a person would. */
function desktop() {
  const notes: { words: { title: string; body: string }; listeners: Map<string, () => void>; closed: boolean }[] = [];
  let raised = 0;
  const made = createAlarmNotes(
    (words) => {
      const one = { words, listeners: new Map<string, () => void>(), closed: false };
      notes.push(one);
      return {
        on: (event, listener) => one.listeners.set(event, listener),
        show() {},
        close() {
          one.closed = true;
        },
      };
    },
    () => {
      raised += 1;
    },
    'demo',
  );
  return { made, notes, raised: () => raised };
}

it('P-26: says number, clock and level, or how many, in the language of the desk; and bears no free text', () => {
  expect(noteWords(note, 'live')).toMatchObject({ title: '2026-000123/1: Lewat', urgency: 'critical' });
  const many = noteWords({ ...note, lang: 'en', n: 12, level: 'warn' }, 'demo');
  expect(many.title).toBe('[DEMO] 12 new alarms not acknowledged');
  expect(many.body).toMatch(/^Most urgent: 2026-000123\/1, .+, Warning$/);
  expect(SHELL_CALLS['alarm.note'].input.safeParse({ ...note, number: 'Ali bin Abu' }).success).toBe(false);
  expect(SHELL_CALLS['alarm.note'].input.safeParse({ ...note, text: 'Ali' }).success).toBe(false);
});

it('is shown while nobody looks, one at a time, and brings up the desk when it is picked', async () => {
  const { made, notes, raised } = desktop();
  const away = desk(false);
  const looked = desk(true);
  expect(await made.show(note, looked, [looked])).toEqual({ shown: false, picked: false });
  expect(notes).toHaveLength(0);
  const first = made.show(note, away, [away]);
  const second = made.show({ ...note, n: 3 }, away, [away]);
  expect(await first).toEqual({ shown: true, picked: false });
  expect(notes.map(({ closed }) => closed)).toEqual([true, false]);
  notes[0]?.listeners.get('click')?.();
  expect(raised()).toBe(0);
  notes[1]?.listeners.get('click')?.();
  expect(await second).toEqual({ shown: true, picked: true });
  expect(raised()).toBe(1);
  const none = createAlarmNotes(null, () => {}, 'demo');
  expect(await none.show(note, away, [away])).toEqual({ shown: false, picked: false });
});

it('P-26: two desks tell of an alarm once, and not while somebody looks at either', async () => {
  const { made, notes } = desktop();
  const [oldest, second, looked] = [desk(false), desk(false), desk(true)];
  const first = made.show(note, oldest, [oldest, second]);
  expect(await made.show(note, second, [oldest, second])).toEqual({ shown: false, picked: false });
  expect(notes.map(({ closed }) => closed)).toEqual([false]);
  expect(await made.show(note, oldest, [oldest, looked])).toEqual({ shown: false, picked: false });
  expect(await first).toEqual({ shown: true, picked: false });
  expect(notes.map(({ closed }) => closed)).toEqual([true]);
});
