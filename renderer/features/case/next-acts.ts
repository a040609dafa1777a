import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { BESIDE_CASES } from '#shared/domain/act-rules.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';

/** One thing this person may or may not do now. */
export interface AllowedAct {
  act: string;
  verdict: 'yes' | 'with-reason' | 'no';
}

/** Acts that belong beside what they change, not in the bar. */
const ELSEWHERE: readonly string[] = [
  'note',
  'open-personal',
  'place',
  'undo',
  'reverse',
  'set-time',
  'report',
  'assign',
  'settle',
  ...BESIDE_CASES,
];
/** Acts that say nothing while they cannot be made: most incidents are joined with none. */
const ONLY_WHEN_MAY: readonly string[] = ['part', 'decline', 'set-assist'];

/** The way of a case, as the field goes it. */
const WAY: readonly string[] = [
  'triage',
  'acknowledge',
  'decline',
  'first-action',
  'contact-family',
  'complete-documents',
  'decide-eligibility',
  'pay',
  'close',
  'pause',
  'resume',
  'reopen',
  'describe-victim',
  'describe-kin',
];

/** Steps that bring a case on, whatever its status says. */
const ONWARD: readonly string[] = WAY.slice(1, WAY.indexOf('close')).filter((act) => act !== 'decline');

const FIRST_BY_STATUS: Readonly<Record<CaseStatus, readonly string[]>> = {
  unassigned: ['triage'],
  assigned: ['acknowledge', 'first-action', 'decline'],
  acknowledged: ['first-action', 'contact-family'],
  'in-action': ['contact-family', 'complete-documents', 'decide-eligibility'],
  documents: ['decide-eligibility', 'pay', 'contact-family'],
  paid: ['close', 'pay'],
  closed: ['reopen'],
};

/** Clock whose stop says that the act was done; of several (one an assignment) all must have stopped. */
const DONE_WITH: Readonly<Record<string, string>> = {
  triage: 'kpi.triage',
  acknowledge: 'kpi.acknowledgement',
  'first-action': 'kpi.same-day-action',
  'contact-family': 'kpi.family-contact',
  'decide-eligibility': 'kpi.eligibility',
};

/** The acts of the bar: `first` (at most three, the next sensible one in front) and `rest`, refused ones last. */
export function nextActs(
  allowed: readonly AllowedAct[],
  status: CaseStatus,
  clocks: readonly Pick<SlimClock, 'key' | 'stoppedAt' | 'pausedSince'>[],
): { first: string[]; rest: string[] } {
  const verdicts = new Map(allowed.map((one) => [one.act, one.verdict]));
  const may = (act: string) => verdicts.get(act) === 'yes' || verdicts.get(act) === 'with-reason';
  const done = (act: string) => {
    const own = clocks.filter((clock) => clock.key === DONE_WITH[act]);
    return own.length > 0 && own.every((clock) => clock.stoppedAt !== null);
  };
  const paused = clocks.some((clock) => clock.pausedSince !== null);
  // A branch that was handed the case in the midst of its work has yet to say that it has it.
  const unanswered = clocks.some(({ key, stoppedAt }) => key === 'kpi.acknowledgement' && stoppedAt === null);
  const before = [...(paused ? ['resume'] : []), ...(unanswered ? ['acknowledge'] : [])];
  const wanted = [...new Set([...before, ...FIRST_BY_STATUS[status]])];
  const sensible = (acts: readonly string[]) => acts.filter((act) => may(act) && !done(act));
  const fromStatus = sensible(wanted).slice(0, 3);
  // All that the status suggests is done: the next steps on the way.
  const first = fromStatus.length > 0 ? fromStatus : sensible(ONWARD).slice(0, 2);
  const others = [...WAY, ...verdicts.keys()].filter(
    (act, index, all) =>
      all.indexOf(act) === index &&
      verdicts.has(act) &&
      !first.includes(act) &&
      !ELSEWHERE.includes(act) &&
      (may(act) || !ONLY_WHEN_MAY.includes(act)),
  );
  return { first, rest: [...others.filter(may), ...others.filter((act) => !may(act))] };
}
