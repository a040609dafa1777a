/** What a payee is to the victim, in the order in which funeral money is due. */
export const PAYEE_RELATIONS = [
  'spouse',
  'son',
  'daughter',
  'parent',
  'victim',
  'guardian',
  'paid-with-receipts',
] as const;
export type PayeeRelation = (typeof PAYEE_RELATIONS)[number];

/** One to whom a benefit is paid. `name` is clear text and named nowhere but where names are opened. */
export interface PayeeState {
  id: string;
  relation: PayeeRelation | null;
  name: string | null;
}
