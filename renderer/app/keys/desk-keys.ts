import type { DeskPicture } from '../desk-context.ts';

/** What a key asks of the desk. */
export type KeyDeed =
  | 'palette'
  | 'search'
  | 'filter'
  | 'next'
  | 'previous'
  | 'next-unassigned'
  | 'assign'
  | 'new'
  | 'undo'
  | 'help'
  | 'lang'
  | 'rules'
  | 'load'
  | 'hear'
  | 'hear-all'
  | 'close-overlay'
  | 'to-desk'
  | 'let-go'
  | 'clear-marks'
  | 'clear-span'
  | 'close-case';

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  meta: boolean;
  /** The focus is where letters are text. */
  writing: boolean;
  /** A dialog or a menu lies over the desk. */
  covered: boolean;
}

const PLAIN: Readonly<Record<string, KeyDeed>> = {
  '/': 'search',
  f: 'filter',
  j: 'next',
  k: 'previous',
  t: 'next-unassigned',
  a: 'assign',
  n: 'new',
  u: 'undo',
  '?': 'help',
  l: 'lang',
  r: 'rules',
  b: 'load',
  h: 'hear',
};

/** Keys that speak of the queue and the case picked in it. */
const AT_DESK: ReadonlySet<KeyDeed> = new Set(['search', 'filter', 'next', 'previous', 'next-unassigned', 'assign']);

/** The desk's one table of keys: what a key means where things stand, or null when it is not the desk's. */
export function deedOf(
  press: KeyPress,
  picture: Pick<DeskPicture, 'carried' | 'overlay' | 'view' | 'filter' | 'selectedCase' | 'marked'>,
): KeyDeed | null {
  // Also while somebody writes: a command may come in the middle of a search.
  if ((press.ctrl || press.meta) && !press.alt && !press.shift && press.key.toLowerCase() === 'k')
    return press.covered ? null : 'palette';
  if (press.ctrl || press.alt || press.meta) return null;
  if (press.key === 'Escape') {
    if (press.writing || press.covered) return null;
    if (picture.overlay !== 'none') return 'close-overlay';
    if (picture.carried) return 'let-go';
    if (picture.view !== 'desk') return 'to-desk';
    if (picture.marked.size > 0) return 'clear-marks';
    if (picture.filter.span) return 'clear-span';
    return picture.selectedCase === null ? null : 'close-case';
  }
  if (press.writing) return null;
  const plain = PLAIN[press.key.toLowerCase()] ?? null;
  // What was asked for lies over the desk, be it drawn yet or not; the bar of undoing lies over dialogs too.
  if ((press.covered || picture.overlay !== 'none') && plain !== 'undo') return null;
  // By the key that is held, not by the letter: Caps Lock acknowledges nothing but the first.
  const deed = plain === 'hear' && press.shift ? 'hear-all' : plain;
  if (deed === null) return null;
  // What is picked at the desk is not seen from another view.
  if (picture.view !== 'desk' && AT_DESK.has(deed)) return null;
  return deed === 'assign' && picture.selectedCase === null && picture.marked.size === 0 ? null : deed;
}
