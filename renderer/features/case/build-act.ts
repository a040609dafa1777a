import type { Act } from '#shared/contract/acts.ts';
import { actSchema } from '#shared/contract/acts.ts';
import { identityFault, isPhone } from '#shared/domain/identity-number.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { readComingMoment, readMalaysiaMoment } from '#shared/kit/read-malaysia-moment.ts';
import { readRinggit } from '#shared/kit/read-ringgit.ts';
import type { TextKey } from '#shared/text/say.ts';
import { type FieldName, type FormAct, type FormValues, fieldsOf } from './form-fields.ts';

/** Sen; the most one payment may be. */
const LARGEST_SEN = 1_000_000_000;

export type FieldErrors = Partial<Record<FieldName, TextKey>>;
export type BuiltAct = { ok: true; act: Act; happenedAt: string | undefined } | { ok: false; errors: FieldErrors };

interface Sitting {
  /** ms since 1970 on the desk's clock. */
  now: number;
  /** True when a coordinator records it for the squad. */
  forSquad: boolean;
  /** True when the case names payees. */
  payees?: boolean;
}

const REQUIRED: readonly FieldName[] = [
  'how',
  'action',
  'benefit',
  'eligible',
  'amount',
  'pauseReason',
  'outcome',
  'declineReason',
];
/** The reason of a pause that is another visit put off. */
const REVISITED = 'family-not-ready';
/** Forms in which any one field is enough. */
const ANY_ONE: readonly FormAct[] = ['triage', 'describe-victim', 'describe-kin'];

/** Makes the act of a filled form, or says at which fields what is wrong. */
export function buildAct(kind: FormAct, caseId: string, values: FormValues, sitting: Sitting): BuiltAct {
  const { now, forSquad, payees } = sitting;
  const fields = fieldsOf(kind, forSquad, payees);
  const given = (name: FieldName) => (fields.includes(name) ? values[name]?.trim() || undefined : undefined);
  const errors: FieldErrors = {};
  for (const name of fields) if (REQUIRED.includes(name) && given(name) === undefined) errors[name] = 'form.needed';
  const first = fields[0];
  if (first && ANY_ONE.includes(kind) && fields.every((name) => given(name) === undefined))
    errors[first] = 'form.nothing';
  const wordless =
    kind === 'note' || given('pauseReason') === 'other' || (kind === 'decline' && given('declineReason') === 'other');
  if (wordless && !given('text')) errors.text = 'form.needed';

  const when = given('when') === undefined ? null : readMalaysiaMoment(given('when') ?? '', now);
  if (when && !when.ok) errors.when = when.why === 'future' ? 'form.when.future' : 'form.when.unreadable';
  const until = given('until') === undefined ? null : readComingMoment(given('until') ?? '', now);
  // Who waits for a family says when they are seen again; the clocks run on from then.
  if (given('pauseReason') === REVISITED && until === null) errors.until = 'form.until.needed';
  if (until && !until.ok) errors.until = until.why === 'past' ? 'form.until.past' : 'form.when.unreadable';
  const amountSen = given('amount') === undefined ? null : readRinggit(given('amount') ?? '');
  if (given('amount') !== undefined && amountSen === null) errors.amount = 'form.amount.wrong';
  if (amountSen !== null && amountSen > LARGEST_SEN) errors.amount = 'form.amount.large';
  const age = given('age');
  if (age !== undefined && !(/^\d{1,3}$/.test(age) && Number(age) <= 120)) errors.age = 'form.age.wrong';
  const identity = given('idNumber') === undefined ? null : identityFault(given('idNumber') ?? '', now);
  if (identity !== null) errors.idNumber = `form.id-number.${identity}`;
  const phone = given('phone');
  if (phone !== undefined && !isPhone(phone)) errors.phone = 'form.phone.wrong';
  const named = given('name') !== undefined && /\d/.test(given('name') ?? '');
  if (named) errors.name = 'form.name.digits';
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const target = kind === 'describe-victim' || kind === 'describe-kin' ? { case: caseId } : { cases: [caseId] };
  const how = given('how');
  const filled = {
    kind,
    ...target,
    severity: given('severity'),
    priority: given('priority'),
    grade: given('grade'),
    action: given('action'),
    benefit: given('benefit'),
    eligible: given('eligible') === undefined ? undefined : given('eligible') === 'yes',
    amountSen: amountSen ?? undefined,
    payee: given('payee'),
    payeeId: given('payeeId'),
    reason: given('pauseReason') ?? given('declineReason'),
    until: until?.ok ? isoMalaysia(until.ms) : undefined,
    outcome: given('outcome'),
    text: given('text'),
    name: given('name'),
    idNumber: given('idNumber'),
    sex: given('sex'),
    age: age === undefined ? undefined : Number(age),
    occupation: given('occupation'),
    employer: given('employer'),
    phone: given('phone'),
    relation: given('relation'),
    town: given('town'),
    told: how === undefined ? undefined : withoutGaps({ how, by: given('by') }),
  };
  return {
    ok: true,
    act: actSchema.parse(withoutGaps(filled)),
    happenedAt: when?.ok ? isoMalaysia(when.ms) : undefined,
  };
}

function withoutGaps(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
