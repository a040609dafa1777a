import type { Act } from '#shared/contract/acts.ts';
import type { Via } from '#shared/contract/wire/event.ts';
import type { Desk, LastAct } from './desk-context.ts';

/** The act that can be taken back from the bar: what was just done, or what an undo came too late for. */
export function actToTakeBack(last: LastAct | null): string | null {
  if (last === null || last.state === 'undone') return null;
  if (last.state === 'committed') return last.committed.undoUntil === null ? null : last.committed.act;
  return last.act.kind === 'undo' && 'act' in last.act ? last.act.act : null;
}

/**
 * Takes an act back as it can be at this moment: by undo; once built upon by an ordinary act that reverses it, at once
 * or, where that wants a reason, by the form in the drawer. What cannot be taken back is refused in words.
 */
export async function takeBack({ engine, verbs }: Pick<Desk, 'engine' | 'verbs'>, act: string, via: Via) {
  const reply = await engine.call('act.way-back', { act });
  const way = reply.ok ? reply.value : null;
  const [first] = way?.way === 'reverse' ? way.cases : [];
  if (way?.way === 'reverse' && way.needsReason && first !== undefined) {
    verbs.ask({ case: first, act: 'reverse', of: act });
    return;
  }
  const back: Act = way?.way === 'reverse' ? { kind: 'reverse', act } : { kind: 'undo', act };
  await verbs.commit(back, via);
}
