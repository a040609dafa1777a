import type { KeyboardEvent } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { DeskVerbs } from '#renderer/app/desk-context.ts';
import { groupStep, type QueueGroup } from './queue-groups.ts';

export interface ListKeysAsk {
  shown: readonly Judged[];
  groups: readonly QueueGroup[];
  /** Index of the open case; −1 where it is not in the list. */
  at: number;
  /** Cases that fit in the list at once. */
  page: number;
  verbs: Pick<DeskVerbs, 'step' | 'markStep' | 'mark' | 'markTo' | 'select'>;
}

/**
 * The list's own keys: arrows, Home, End, a page up and down, Ctrl and arrow from group to group; with Shift what lies
 * between is picked; Space picks the open one, Ctrl+A all that are shown. @returns whether the key was one of them
 */
export function listKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  ask: ListKeysAsk,
): boolean {
  const { shown, at, verbs } = ask;
  if (event.altKey || event.metaKey) return false;
  if (event.ctrlKey && event.key.toLowerCase() === 'a') {
    verbs.mark(
      shown.map(({ row }) => row.case),
      'add',
    );
    return true;
  }
  if (event.key === ' ') {
    const open = shown[at];
    if (open) verbs.mark([open.row.case], 'toggle');
    return open !== undefined;
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  if (by !== undefined && !event.ctrlKey) {
    if (event.shiftKey) verbs.markStep(by);
    else verbs.step(by);
    return true;
  }
  const to = goal(event.key, ask);
  const next = to === null ? undefined : shown[Math.min(Math.max(to, 0), shown.length - 1)];
  if (next === undefined) return false;
  if (event.shiftKey) verbs.markTo(next.row.case);
  verbs.select(next.row.case);
  return true;
}

function goal(key: string, { shown, groups, at, page }: ListKeysAsk): number | null {
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return shown.length - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'ArrowDown':
      return groupStep(groups, at, 1);
    case 'ArrowUp':
      return groupStep(groups, Math.max(at, 0), -1);
    default:
      return null;
  }
}
