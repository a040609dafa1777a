import type { EventDraft } from '#shared/contract/wire/event.ts';

/** The smallest thing a coordinator says of a case: that it goes before others, or not any more. */
export function smallUpdate(step: number, id: string): EventDraft {
  const priority = step % 2 === 0 ? 'high' : 'normal';
  return { type: 'case.triaged', subject: { kind: 'case', id }, payload: { priority } };
}
