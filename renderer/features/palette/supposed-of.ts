import type { SupposedAct } from '#renderer/app/forecast/use-what-if.ts';
import type { Act } from '#shared/contract/acts.ts';

/** What an act would do to clocks is asked about in this way; null for acts that leave clocks as they are. */
export function supposedOf(act: Act): { cases: readonly string[]; supposed: SupposedAct } | null {
  switch (act.kind) {
    case 'assign':
      return { cases: act.cases, supposed: { kind: 'assign', branch: act.branch } };
    case 'pause':
      return { cases: act.cases, supposed: { kind: 'pause', reason: act.reason, plannedUntil: null } };
    case 'triage':
      return { cases: act.cases, supposed: { kind: 'triage', severity: act.severity ?? null } };
    case 'acknowledge':
    case 'resume':
    case 'close':
      return { cases: act.cases, supposed: { kind: act.kind } };
    default:
      return null;
  }
}
