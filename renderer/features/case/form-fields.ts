/** Acts that need more than one press; the others are done at once or have a place of their own. */
export const FORM_ACTS = [
  'triage',
  'acknowledge',
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
  'first-action': ['action', ...TOLD],
  'contact-family': [...TOLD],
  'complete-documents': ['benefit', ...TOLD],
  'decide-eligibility': ['benefit', 'eligible', ...TOLD],
  pay: ['benefit', 'amount', 'payee', ...TOLD],
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

/** Fields of an act's form in order. A squad that records its own acts is not asked who told it. */
export function fieldsOf(act: FormAct, forSquad: boolean): readonly FieldName[] {
  return forSquad ? FIELDS[act] : FIELDS[act].filter((field) => field !== 'how' && field !== 'by');
}

/** True when the act has a form. */
export function hasForm(act: string): act is FormAct {
  return (FORM_ACTS as readonly string[]).includes(act);
}
