import type { LastAct } from '#renderer/app/desk-context.ts';
import { shortNumberOfVictim } from '#renderer/app/short-number.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** The cases a gesture was about; none where it was about something else. */
export function casesOf(last: LastAct): readonly string[] {
  if (last.state === 'committed' && last.committed.cases.length > 0) return last.committed.cases;
  const { act } = last;
  if ('cases' in act) return act.cases;
  if (act.kind === 'share-out' && 'moves' in act) return act.moves.map((move) => move.case);
  return 'case' in act ? [act.case] : [];
}

/** "case 130", with its victim where the accident had several, or "4 cases"; null without a case. @param now ms since 1970 */
export function whichCases(
  cases: readonly string[],
  rows: ReadonlyMap<string, QueueRow> | null,
  say: Say,
  now: number,
): string | null {
  const [first] = cases;
  if (first === undefined) return null;
  if (cases.length > 1) return say('undo.which.many', { n: cases.length });
  const row = rows?.get(first);
  if (!row) return null;
  return say('undo.which', { number: shortNumberOfVictim(row, now) });
}

/** What was done, taken back or refused, and on which case. @param kept central does not have it, nor does the branch know */
export function wordsOfAct(last: LastAct, which: string | null, kept: boolean, say: Say): string {
  const { act } = last;
  const name = [say.key(`act.${act.kind}`), which].filter((part) => part !== null).join(', ');
  if (last.state === 'refused') return say('undo.refused', { act: name, why: say.ref(last.failure.message) });
  if (last.state === 'undone') return say('undo.undone', { act: name });
  if (act.kind === 'assign' && 'branch' in act) {
    const code = act.branch;
    const done = which === null ? say('undo.assigned.one', { code }) : capital(say('undo.assigned', { which, code }));
    return kept ? `${done}. ${say('undo.kept.branch', { code })}` : done;
  }
  if (act.kind === 'set-assist' && 'branch' in act && which !== null) {
    const done = say(act.on ? 'undo.assists' : 'undo.assists.no-more', { code: act.branch, which });
    return kept ? `${done}. ${say('undo.kept')}` : done;
  }
  const done = act.kind === 'report' ? say('undo.reported') : say('undo.done', { act: name });
  return kept ? `${done}. ${say('undo.kept')}` : done;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
