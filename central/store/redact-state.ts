import type { CaseState, Conflict } from '#shared/domain/case-state.ts';

const NAMING = new Set([
  'victim.name',
  'victim.idNumber',
  'victim.employer',
  'kin.name',
  'kin.phone',
  'kin.organisation',
]);

/** A case's state without what names or may name a person: central keeps that in the private parts alone. */
export function withoutPersons(state: CaseState): CaseState {
  return {
    ...state,
    victim: { ...state.victim, name: null, idNumber: null, employer: null },
    kin: { ...state.kin, name: null, phone: null },
    conflicts: state.conflicts.map((one) => (NAMING.has(one.field) ? hidden(one) : one)),
  };
}

function hidden(conflict: Conflict): Conflict {
  return { ...conflict, kept: { ...conflict.kept, value: '' }, other: { ...conflict.other, value: '' } };
}
