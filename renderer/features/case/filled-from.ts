import type { Again } from '#renderer/app/desk-context.ts';
import type { Act } from '#shared/contract/acts.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { Lang } from '#shared/text/lang.ts';
import type { FormValues } from './form-fields.ts';

/** Members of an act that stand in the form as they are. */
const AS_IT_IS = [
  'severity',
  'priority',
  'grade',
  'action',
  'benefit',
  'payee',
  'payeeId',
  'outcome',
  'text',
  'name',
  'idNumber',
  'sex',
  'occupation',
  'employer',
  'phone',
  'relation',
  'town',
] as const;

/** What a refused act said, as its form would have been filled. @param now ms since 1970 */
export function filledFrom({ act, happenedAt }: Again, lang: Lang, now: number): FormValues {
  const values: FormValues = {};
  const said = new Map<string, unknown>(Object.entries(act));
  for (const name of AS_IT_IS) {
    const value = said.get(name);
    if (typeof value === 'string') values[name] = value;
  }
  if ('age' in act && act.age !== undefined) values.age = String(act.age);
  if ('told' in act && act.told) {
    values.how = act.told.how;
    if (act.told.by !== undefined) values.by = act.told.by;
  }
  values.when = formatMoment(lang, Date.parse(happenedAt), now);
  if (act.kind === 'pay') values.amount = (act.amountSen / 100).toFixed(2);
  if (act.kind === 'decide-eligibility') values.eligible = act.eligible ? 'yes' : 'no';
  if (act.kind === 'decline') values.declineReason = act.reason;
  if (act.kind === 'pause') {
    values.pauseReason = act.reason;
    if (act.until !== undefined) values.until = formatMoment(lang, Date.parse(act.until), now);
  }
  return values;
}

/** The corrected act on all the cases that the refused one was made on. */
export function onSameCases(act: Act, refused: Act): Act {
  return 'cases' in act && 'cases' in refused ? { ...act, cases: refused.cases } : act;
}
