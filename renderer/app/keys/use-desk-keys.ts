import { useEffect } from 'react';
import type { Desk } from '../desk-context.ts';
import { mayShowLoad, showsLoad } from '../shows-load.ts';
import { actToTakeBack, takeBack } from '../take-back.ts';
import { deedOf, type KeyDeed } from './desk-keys.ts';

const WRITING = 'input, textarea, select, [contenteditable="true"]';
const OVER = '[role="dialog"], [role="menu"], dialog[open]';

/**
 * The desk's keys, on the whole window. A key that a control took (preventDefault) is not the desk's.
 * @param on false while the desk is not there to be worked at
 */
export function useDeskKeys(desk: Desk, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    // Looked at before any control sees the key: a menu that closes on Esc is gone when the key arrives here.
    let covered = false;
    const onFirst = () => {
      covered = document.querySelector(OVER) !== null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const press = {
        key: event.key,
        ctrl: event.ctrlKey,
        shift: event.shiftKey,
        alt: event.altKey,
        meta: event.metaKey,
        writing: target?.closest(WRITING) != null,
        covered,
      };
      const deed = deedOf(press, desk.picture());
      if (deed === null) return;
      event.preventDefault();
      DEEDS[deed](desk);
    };
    window.addEventListener('keydown', onFirst, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onFirst, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [desk, on]);
}

const DEEDS: Readonly<Record<KeyDeed, (desk: Desk) => void>> = {
  palette: ({ verbs }) => verbs.show('palette'),
  search: () => document.querySelector<HTMLInputElement>('[data-desk-search]')?.select(),
  filter: () => document.querySelector<HTMLElement>('[data-desk-filter]')?.click(),
  next: ({ verbs }) => verbs.step(1),
  rules: ({ verbs }) => verbs.show('rules'),
  load: ({ verbs, picture }) => {
    if (showsLoad(picture())) verbs.turnTo('desk');
    else if (mayShowLoad(picture().session.user?.role)) verbs.turnTo('load');
  },
  previous: ({ verbs }) => verbs.step(-1),
  'next-unassigned': ({ verbs }) => verbs.stepUnassigned(),
  assign: ({ verbs, picture }) => {
    const { selectedCase, marked } = picture();
    const [first = selectedCase] = marked;
    if (first === null) return;
    verbs.carry([first], 'keys');
    // A closed case is not taken in hand; the bar says why.
    if (picture().carried) verbs.show('assign');
  },
  new: ({ verbs }) => verbs.show('quick-entry'),
  undo,
  help: ({ verbs }) => verbs.show('help'),
  lang: ({ verbs, picture }) => verbs.setLang(picture().session.lang === 'ms' ? 'en' : 'ms'),
  hear: () => document.querySelector<HTMLElement>('[data-alarm-hear]')?.click(),
  'hear-all': () => document.querySelector<HTMLElement>('[data-alarm-hear-all]')?.click(),
  'close-overlay': ({ verbs }) => verbs.show('none'),
  'to-desk': ({ verbs }) => verbs.turnTo('desk'),
  'let-go': ({ verbs }) => verbs.letGo(),
  'clear-marks': ({ verbs }) => verbs.mark([], 'only'),
  'clear-span': ({ verbs }) => verbs.setFilter({ span: null }),
  'close-case': ({ verbs }) => verbs.select(null),
};

function undo(desk: Desk): void {
  const { lastAct } = desk.picture();
  const act = actToTakeBack(lastAct);
  if (lastAct?.state === 'committed' && desk.clock.now() >= (lastAct.committed.undoUntil ?? 0)) return;
  if (act !== null) void takeBack(desk, act, 'keys');
}
