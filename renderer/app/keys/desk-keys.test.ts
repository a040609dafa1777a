import { describe, expect, it } from 'vitest';
import { deedOf, type KeyPress } from './desk-keys.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  meta: false,
  writing: false,
  covered: false,
  ...change,
});
const still: Parameters<typeof deedOf>[1] = {
  carried: null,
  view: 'desk',
  overlay: 'none',
  filter: { tab: 'open', words: '', span: null },
  selectedCase: 'a',
  marked: new Set(),
};

describe('deedOf', () => {
  it('knows the plain keys in either case', () => {
    const deeds = ['/', 'f', 'J', 'k', 't', 'A', 'n', 'U', '?', 'l', 'h', 'H'].map((key) => deedOf(press(key), still));
    expect(deeds).toEqual([
      'search',
      'filter',
      'next',
      'previous',
      'next-unassigned',
      'assign',
      'new',
      'undo',
      'help',
      'lang',
      'hear',
      'hear',
    ]);
  });

  it('acknowledges all alarms only with Shift, never by Caps Lock', () => {
    expect(deedOf(press('H', { shift: true }), still)).toBe('hear-all');
    expect(deedOf(press('h', { shift: true }), still)).toBe('hear-all');
    expect(deedOf(press('H'), still)).toBe('hear');
  });

  it('leaves letters to text fields, and keys to dialogs and to the system', () => {
    expect(deedOf(press('n', { writing: true }), still)).toBeNull();
    expect(deedOf(press('n', { covered: true }), still)).toBeNull();
    // Asked for, and not drawn yet: `A` and at once `K` must not leave the case.
    expect(deedOf(press('k'), { ...still, overlay: 'assign' })).toBeNull();
    expect(deedOf(press('a', { ctrl: true }), still)).toBeNull();
    expect(deedOf(press('x'), still)).toBeNull();
  });

  it('takes the last act back under a dialog too, where the bar that says so stands over it', () => {
    expect(deedOf(press('u', { covered: true }), { ...still, overlay: 'rules' })).toBe('undo');
    expect(deedOf(press('u', { covered: true, writing: true }), still)).toBeNull();
    expect(deedOf(press('u', { covered: true, ctrl: true }), still)).toBeNull();
  });

  it('assigns only a selected case', () => {
    expect(deedOf(press('a'), { ...still, selectedCase: null })).toBeNull();
    expect(deedOf(press('a'), { ...still, selectedCase: null, marked: new Set(['b']) })).toBe('assign');
  });

  it('speaks of no case while another view hides the queue, and goes on everywhere else', () => {
    const away = { ...still, view: 'load' } as const;
    const deeds = ['/', 'j', 'k', 'a', 'n', 'u', '?', 'b'].map((key) => deedOf(press(key), away));
    expect(deeds).toEqual([null, null, null, null, 'new', 'undo', 'help', 'load']);
    expect(deedOf(press('Escape'), { ...away, overlay: 'help' })).toBe('close-overlay');
    expect(deedOf(press('Escape'), away)).toBe('to-desk');
  });

  it('takes back one thing at a time with Esc', () => {
    const carried = {
      cases: [],
      ticked: [],
      incident: 'x',
      led: new Map(),
      via: 'keys',
      candidates: [],
      asked: [],
      target: null,
    } as const;
    const filter = { ...still.filter, span: { from: 1, to: 2 } };
    expect(deedOf(press('Escape'), { ...still, overlay: 'help', carried, filter })).toBe('close-overlay');
    expect(deedOf(press('Escape'), { ...still, carried, filter })).toBe('let-go');
    expect(deedOf(press('Escape'), { ...still, filter, marked: new Set(['a']) })).toBe('clear-marks');
    expect(deedOf(press('Escape'), { ...still, filter })).toBe('clear-span');
    expect(deedOf(press('Escape'), still)).toBe('close-case');
    expect(deedOf(press('Escape'), { ...still, selectedCase: null })).toBeNull();
  });
});
