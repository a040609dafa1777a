import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';

/** What a supervisor types of a new version; all as text. */
export interface VersionDraft {
  /** `YYYY-MM-DDTHH:MM`, Malaysia. */
  from: string;
  amount: string;
  cutOff: string;
  lateDue: string;
  warnAt: string;
  status: PolicyRowData['status'];
  source: string;
  reason: string;
}

/** A key of words for each member that cannot be taken as it is. */
export type VersionFaults = Partial<
  Record<
    keyof VersionDraft,
    'rules.form.needed' | 'rules.form.number' | 'rules.form.time' | 'rules.form.past' | 'rules.form.warns'
  >
>;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A clock in a form stands still while somebody types; ms. */
const SLACK_MS = 15 * 60_000;

/** The form as it opens on a version. @param from `YYYY-MM-DDTHH:MM` of now, Malaysia */
export function draftOf({ rule, warnAt, status, source }: PolicyRowData, from: string): VersionDraft {
  return {
    from,
    amount: rule.kind === 'within' ? String(rule.minutes) : rule.kind === 'days' ? String(rule.days) : '',
    cutOff: rule.kind === 'same-day' ? rule.cutOff : '',
    lateDue: rule.kind === 'same-day' ? rule.lateDue : '',
    warnAt: warnAt.join(', '),
    status,
    source,
    reason: '',
  };
}

/** The version a form describes, all else as in the one it was made from; or what is wrong, member by member. */
export function buildVersion(
  base: PolicyRowData,
  draft: VersionDraft,
  now: number,
): { ok: true; row: PolicyRowData } | { ok: false; faults: VersionFaults } {
  const faults: VersionFaults = {};
  const from = Date.parse(`${draft.from}:00+08:00`);
  if (Number.isNaN(from)) faults.from = 'rules.form.needed';
  else if (from < now - SLACK_MS) faults.from = 'rules.form.past';
  const amount = /^\d{1,6}$/.test(draft.amount.trim()) ? Number(draft.amount) : 0;
  const { kind } = base.rule;
  if (kind !== 'same-day' && amount < 1) faults.amount = 'rules.form.number';
  if (kind === 'same-day' && !TIME.test(draft.cutOff)) faults.cutOff = 'rules.form.time';
  if (kind === 'same-day' && !TIME.test(draft.lateDue)) faults.lateDue = 'rules.form.time';
  const warnAt = draft.warnAt.trim() === '' ? [] : draft.warnAt.split(',').map((one) => Number(one.trim() || 'x'));
  if (warnAt.some((share, at) => !(share > (warnAt[at - 1] ?? 0) && share < 100))) faults.warnAt = 'rules.form.warns';
  if (draft.source.trim() === '') faults.source = 'rules.form.needed';
  if (draft.reason.trim() === '') faults.reason = 'rules.form.needed';
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const rule: PolicyRowData['rule'] =
    base.rule.kind === 'within'
      ? { kind: 'within', minutes: amount }
      : base.rule.kind === 'days'
        ? { ...base.rule, days: amount }
        : { kind: 'same-day', cutOff: draft.cutOff, lateDue: draft.lateDue };
  const effectiveFrom = `${draft.from}:00+08:00`;
  const { status, source } = draft;
  return { ok: true, row: { ...base, rule, effectiveFrom, effectiveTo: null, warnAt, status, source: source.trim() } };
}
