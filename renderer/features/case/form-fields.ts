/** Acts that need more than one press; the others are done at once or have a place of their own. */
export const FORM_ACTS = [
  'triage',
  'acknowledge',
  'decline',
  'first-action',
  'contact-family',
  'complete-documents',
  'decide-eligibility',
  'pay',
  'pause',
  'close',
  'reopen',
  'describe-victim',
  'describe-kin',
  'note',
] as const;
export type FormAct = (typeof FORM_ACTS)[number];

export type FieldName =
  | 'severity'
  | 'priority'
  | 'grade'
  | 'how'
  | 'by'
  | 'when'
  | 'action'
  | 'benefit'
  | 'eligible'
  | 'amount'
  | 'payee'
  | 'payeeId'
  | 'declineReason'
  | 'pauseReason'
  | 'until'
  | 'outcome'
  | 'text'
  | 'name'
  | 'idNumber'
  | 'sex'
  | 'age'
  | 'occupation'
  | 'employer'
  | 'phone'
  | 'relation'
  | 'town';

/** What was typed or chosen so far; a missing field is empty. */
export type FormValues = Partial<Record<FieldName, string>>;

const TOLD = ['how', 'by', 'when'] as const;

const FIELDS: Readonly<Record<FormAct, readonly FieldName[]>> = {
  triage: ['severity', 'priority', 'grade'],
  acknowledge: [...TOLD],
  decline: ['declineReason', 'text', ...TOLD],
  'first-action': ['action', ...TOLD],
  'contact-family': [...TOLD],
  'complete-documents': ['benefit', 'payeeId', ...TOLD],
  'decide-eligibility': ['benefit', 'payeeId', 'eligible', ...TOLD],
  pay: ['benefit', 'payeeId', 'amount', 'payee', ...TOLD],
  pause: ['pauseReason', 'until', 'text'],
  close: ['outcome', 'text'],
  reopen: ['text'],
  'describe-victim': ['name', 'idNumber', 'sex', 'age', 'occupation', 'employer'],
  'describe-kin': ['name', 'phone', 'relation', 'town'],
  // Only to correct one that was refused; a new one has its own field.
  note: ['text'],
};

/** True for acts that are the squad's own, which the desk records for it. */
export function isSquadAct(act: FormAct): boolean {
  return FIELDS[act].includes('how');
}

/**
 * Fields of an act's form in order. A squad that records its own acts is not asked who told it; a case that names no
 * payees is not asked which, and one that does is asked for no other name.
 */
export function fieldsOf(act: FormAct, forSquad: boolean, payees = false): readonly FieldName[] {
  const left = [...(forSquad ? [] : ['how', 'by']), payees ? 'payee' : 'payeeId'];
  return FIELDS[act].filter((field) => !left.includes(field));
}

/** True when the act has a form. */
export function hasForm(act: string): act is FormAct {
  return (FORM_ACTS as readonly string[]).includes(act);
}
