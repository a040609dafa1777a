import { URGENCIES } from '#shared/clocks/urgency.ts';
import type { ColumnWords, FacetPicks, QueueFacet } from '#shared/contract/view/arrangement.ts';
import { CASE_STATUSES } from '#shared/domain/case-status.ts';
import { SEVERITIES } from '#shared/domain/incident-kind.ts';
import { facetValue, facetWords, NO_VALUE } from './facets.ts';
import type { Judged } from './judged-case.ts';

/** Facets by which somebody narrows, with the values that may stay. */
function narrowing(picks: FacetPicks, but: QueueFacet | null): { facet: QueueFacet; values: ReadonlySet<string> }[] {
  return Object.entries(picks)
    .filter(([facet, values]) => values.length > 0 && facet !== but)
    .map(([facet, values]) => ({ facet: facet as QueueFacet, values: new Set(values) }));
}

/** Cases that have a picked value of every facet that is narrowed by; `but`: all but this facet. */
export function filterPicks(cases: Judged[], picks: FacetPicks, but: QueueFacet | null = null): Judged[] {
  const wanted = narrowing(picks, but);
  if (wanted.length === 0) return cases;
  return cases.filter((judged) => wanted.every(({ facet, values }) => values.has(facetValue(judged, facet))));
}

/** The picks with this value turned over. */
export function turned(picks: FacetPicks, facet: QueueFacet, value: string): FacetPicks {
  const values = picks[facet] ?? [];
  return { ...picks, [facet]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

/** True when any column narrows, by picked values or by words. */
export function isNarrowed({ picks = {}, columns = {} }: { picks?: FacetPicks; columns?: ColumnWords }): boolean {
  return narrowing(picks, null).length > 0 || Object.values(columns).some((words) => words.trim() !== '');
}

export interface FacetOption {
  value: string;
  words: string;
  /** Cases that would show by it: what everything but this facet lets through. */
  count: number;
  picked: boolean;
}

/** Facets whose values have an order of their own; the others stand by the alphabet. */
const IN_ORDER: Partial<Record<QueueFacet, readonly string[]>> = {
  urgency: [...URGENCIES, 'closed'],
  severity: SEVERITIES,
  status: CASE_STATUSES,
};

/** The values of a facet that occur or are picked, with counts; `cases`: what all but the picks let through. */
export function facetOptions(cases: Judged[], picks: FacetPicks, facet: QueueFacet, lang: 'ms' | 'en'): FacetOption[] {
  const counts = new Map<string, number>((picks[facet] ?? []).map((value) => [value, 0]));
  for (const judged of filterPicks(cases, picks, facet)) {
    const value = facetValue(judged, facet);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const picked = new Set(picks[facet]);
  const order = IN_ORDER[facet];
  return [...counts]
    .map(([value, count]) => ({ value, count, words: facetWords(facet, value, lang), picked: picked.has(value) }))
    .sort((a, b) =>
      order
        ? order.indexOf(a.value) - order.indexOf(b.value)
        : Number(b.value === NO_VALUE) - Number(a.value === NO_VALUE) || a.words.localeCompare(b.words, lang),
    );
}
