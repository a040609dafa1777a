import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import type { Severity } from '#shared/domain/incident-kind.ts';
import { aroundState } from './case-around.ts';
import { applyLife } from './case-life.ts';
import { knownNumber } from './known-number.ts';
import { emptyLife, type Life } from './life.ts';
import { distinct, inOrder } from './order.ts';
import { createRegisters, type Registers } from './register.ts';
import { readSetTimes } from './set-times.ts';
import { undoneActs } from './undone-acts.ts';

/**
 * A case as its events make it; null before its opening is among them. Pure: the same events, in any order, as often
 * as they come, give the same state (S-01, S-02, S-03).
 */
export function foldCase(events: readonly AnyEvent[]): CaseState | null {
  const ordered = inOrder(distinct(events));
  const undone = undoneActs(ordered);
  const times = readSetTimes(ordered, undone);
  const registers = createRegisters();
  const life = emptyLife();
  let readOnly = false;
  let seq = 0;
  for (const event of ordered) {
    if (event.seq !== undefined) seq = Math.max(seq, event.seq);
    if (!isKnown(event)) readOnly = true;
    else if (!undone.has(event.act)) applyLife(life, registers, event, times.momentOf(event));
  }
  const first = ordered[0];
  if (!life.opened || life.incident === null || !first) return null;
  return {
    id: first.subject.id,
    incident: life.incident,
    ordinal: life.ordinal,
    number: knownNumber(ordered),
    label: life.label,
    severity: registers.read<Severity>('severity') ?? 'unknown',
    priority: registers.read<'normal' | 'high'>('priority') ?? 'normal',
    status: statusOf(life, registers),
    lead: registers.read<string>('lead'),
    suggestedAtAssign: life.suggestedAtAssign,
    assist: life.assist,
    assignments: life.assignments,
    opened: life.opened,
    triaged: life.triaged,
    firstAction: life.firstAction,
    familyContacted: life.familyContacted,
    documents: life.documents,
    eligibility: life.eligibility,
    payments: life.payments,
    pauses: life.pauses,
    closed: life.closed,
    ...(life.policyMoves.length === 0 ? {} : { policyMoves: life.policyMoves }),
    ...aroundState(life.around, registers),
    victim: {
      name: registers.read('victim.name'),
      idNumber: registers.read('victim.idNumber'),
      employer: registers.read('victim.employer'),
      sex: registers.read('victim.sex'),
      age: registers.read('victim.age'),
      occupation: registers.read('victim.occupation'),
    },
    kin: {
      name: registers.read('kin.name'),
      phone: registers.read('kin.phone'),
      relation: registers.read('kin.relation'),
      town: registers.read('kin.town'),
    },
    conflicts: [...registers.conflicts(), ...times.conflicts()],
    undone: [...undone].sort(),
    personalOpened: life.personalOpened,
    readOnly,
    seq,
  };
}

/** The furthest stage the recorded facts reach. */
function statusOf(life: Life, registers: Registers): CaseStatus {
  if (life.closed) return 'closed';
  const last = life.assignments.at(-1);
  if (last?.declined && last.until !== null) return 'unassigned';
  if (life.payments.length > 0) return 'paid';
  if (life.documents.length > 0) return 'documents';
  if (life.firstAction) return 'in-action';
  if (last?.acknowledged) return 'acknowledged';
  return registers.read('lead') === null ? 'unassigned' : 'assigned';
}
