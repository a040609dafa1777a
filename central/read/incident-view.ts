import type { StoredCase } from '#central/store/case-queries.ts';
import { receivedMs } from '#central/store/fold-rows.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import type { ApiIncident } from '#shared/contract/api/read.ts';
import type { ReportState } from '#shared/domain/case-state.ts';
import type { Role } from '#shared/domain/person-role.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { namesOf, type ShownIncident } from '#shared/sync/shown-incidents.ts';
import type { Lang } from '#shared/text/lang.ts';
import { type Names, sayRef } from '#shared/text/say.ts';
import { caseView } from './case-view.ts';

/**
 * An incident as the API shows it, with its reports and cases; those joined with it live on in its aliases.
 * @param reader the language, names and role of who reads, and the rules clocks are counted by
 * @param now ms since 1970, for the clocks
 */
export function incidentView(
  { incident: state, members }: ShownIncident,
  cases: readonly StoredCase[],
  reports: ReadonlyMap<string, ReportState>,
  reader: { lang: Lang; names: Names; role: Role; rules: RuleBook },
  now: number,
): ApiIncident {
  const { place, suggested } = state;
  return {
    id: state.id,
    number: state.number,
    aliases: namesOf(members).filter((name) => name !== state.number),
    kind: state.kind,
    occurredAt: state.occurredAt === null ? null : isoMalaysia(state.occurredAt),
    receivedAt: isoMalaysia(receivedMs(state)),
    place: place === null ? null : { ...place, alternatives: [...state.alternatives] },
    suggested:
      suggested === null
        ? null
        : {
            branch: suggested.branch,
            reason: suggested.reason,
            text: sayRef(reader.lang, suggested.reason, reader.names),
          },
    grade: state.grade,
    reports: state.reports.map((link) => ({
      id: link.report,
      source: link.source,
      channel: reports.get(link.report)?.channel ?? null,
      publishedAt: link.publishedAt === null ? null : isoMalaysia(link.publishedAt),
      receivedAt: isoMalaysia(link.receivedAt),
    })),
    cases: cases.map((one) => caseView(one, state, reader.role, now, reader.rules)),
  };
}
