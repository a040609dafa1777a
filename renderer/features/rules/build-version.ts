import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { readStart } from './read-start.ts';

/** What a supervisor types of a new version; all as text. */
export interface VersionDraft {
  /** As a moment is typed at this desk: `23 Nov 14:05`, `esok 09:00`. */
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
    | 'rules.form.needed'
    | 'form.when.unreadable'
    | 'rules.form.number'
    | 'rules.form.time'
    | 'rules.form.past'
    | 'rules.form.warns'
  >
>;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The form as it opens on a version. @param from now, as a moment is typed */
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
  const from = readStart(draft.from, now);
  if (draft.from.trim() === '') faults.from = 'rules.form.needed';
  else if (!from.ok) faults.from = from.why === 'past' ? 'rules.form.past' : 'form.when.unreadable';
  const amount = /^\d{1,6}$/.test(draft.amount.trim()) ? Number(draft.amount) : 0;
  const { kind } = base.rule;
  if (kind !== 'same-day' && amount < 1) faults.amount = 'rules.form.number';
  if (kind === 'same-day' && !TIME.test(draft.cutOff)) faults.cutOff = 'rules.form.time';
  if (kind === 'same-day' && !TIME.test(draft.lateDue)) faults.lateDue = 'rules.form.time';
  const warnAt = draft.warnAt.trim() === '' ? [] : draft.warnAt.split(',').map((one) => Number(one.trim() || 'x'));
  if (warnAt.some((share, at) => !(share > (warnAt[at - 1] ?? 0) && share < 100))) faults.warnAt = 'rules.form.warns';
  if (draft.source.trim() === '') faults.source = 'rules.form.needed';
  if (draft.reason.trim() === '') faults.reason = 'rules.form.needed';
  if (!from.ok || Object.keys(faults).length > 0) return { ok: false, faults };
  const rule: PolicyRowData['rule'] =
    base.rule.kind === 'within'
      ? { kind: 'within', minutes: amount }
      : base.rule.kind === 'days'
        ? { ...base.rule, days: amount }
        : { kind: 'same-day', cutOff: draft.cutOff, lateDue: draft.lateDue };
  const effectiveFrom = isoMalaysia(from.ms);
  const { status, source } = draft;
  return { ok: true, row: { ...base, rule, effectiveFrom, effectiveTo: null, warnAt, status, source: source.trim() } };
}
