import type { CaseState, Conflict, ReportState } from '#shared/domain/case-state.ts';

const NAMING = new Set([
  'victim.name',
  'victim.idNumber',
  'victim.employer',
  'kin.name',
  'kin.phone',
  'kin.organisation',
]);

/** S-24: a case's state without what names or may name a person: that lies in the sealed private parts alone. */
export function withoutPersons(state: CaseState): CaseState {
  return {
    ...state,
    victim: { ...state.victim, name: null, idNumber: null, employer: null },
    kin: { ...state.kin, name: null, phone: null },
    ...(state.payees === undefined ? {} : { payees: state.payees.map((one) => ({ ...one, name: null })) }),
    conflicts: state.conflicts.map((one) => (names(one.field) ? hidden(one) : one)),
  };
}

function names(field: string): boolean {
  return NAMING.has(field) || (field.startsWith('payee.') && field.endsWith('.name'));
}

function hidden(conflict: Conflict): Conflict {
  return { ...conflict, kept: { ...conflict.kept, value: '' }, other: { ...conflict.other, value: '' } };
}

/** S-24: a report's facts without its words. */
export function withoutWords(state: ReportState): ReportState {
  return { ...state, text: '', url: null, placeName: null, reporter: null };
}
