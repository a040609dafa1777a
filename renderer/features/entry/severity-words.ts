import type { Say } from '#renderer/ui/use-say.ts';
import type { Severity } from '#shared/domain/incident-kind.ts';
import { countSeverities } from '#shared/domain/victim-severities.ts';

/** What became of the victims, counted: "3 maut · 2 cedera". */
export function severityWords(say: Say, severities: readonly Severity[]): string {
  return countSeverities(severities)
    .map(({ severity, count }) => say(`entry.preview.victims.${severity}`, { n: count }))
    .join(' · ');
}
