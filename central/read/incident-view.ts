import type { StoredCase, StoredIncident } from '#central/store/case-queries.ts';
import { receivedMs } from '#central/store/fold-rows.ts';
import type { ApiIncident } from '#shared/contract/api/read.ts';
import type { ReportState } from '#shared/domain/case-state.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { Lang } from '#shared/text/lang.ts';
import { type Names, sayRef } from '#shared/text/say.ts';
import { caseView } from './case-view.ts';

/** An incident as the API shows it, with its reports and cases. @param now ms since 1970, for the clocks. */
export function incidentView(
  { state }: StoredIncident,
  cases: readonly StoredCase[],
  reports: ReadonlyMap<string, ReportState>,
  words: { lang: Lang; names: Names },
  now: number,
): ApiIncident {
  const { place, suggested } = state;
  return {
    id: state.id,
    number: state.number,
    aliases: state.label === null ? [] : [state.label],
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
            text: sayRef(words.lang, suggested.reason, words.names),
          },
    grade: state.grade,
    reports: state.reports.map((link) => ({
      id: link.report,
      source: link.source,
      channel: reports.get(link.report)?.channel ?? null,
      publishedAt: link.publishedAt === null ? null : isoMalaysia(link.publishedAt),
      receivedAt: isoMalaysia(link.receivedAt),
    })),
    cases: cases.map((one) => caseView(one, state, now)),
  };
}
