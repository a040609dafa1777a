import type { QueueColumn, QueueFacet } from '#shared/contract/view/arrangement.ts';
import { sayKey } from '#shared/text/say.ts';
import { branchName } from '../branch-name.ts';
import type { Judged } from './judged-case.ts';

/** The value of a case that has none: no place, no branch, no open clock. */
export const NO_VALUE = '-';

/** What a column's cells can be picked by; numbers and times of receipt are looked for in words alone. */
export const FACETS_OF: Readonly<Record<QueueColumn, readonly QueueFacet[]>> = {
  clock: ['urgency', 'promise'],
  number: [],
  what: ['severity', 'kind'],
  where: ['state'],
  lead: ['lead'],
  source: ['source'],
  status: ['status'],
  received: [],
};

/** What a facet says of a case: a word of the domain, a state's name or a branch's code. */
export function facetValue({ row, clock, urgency }: Judged, facet: QueueFacet): string {
  switch (facet) {
    case 'urgency':
      return row.status === 'closed' ? 'closed' : urgency;
    case 'promise':
      return clock?.key ?? NO_VALUE;
    case 'severity':
      return row.severity;
    case 'kind':
      return row.kind;
    case 'state':
      return row.state ?? NO_VALUE;
    case 'lead':
      return row.lead ?? NO_VALUE;
    case 'source':
      return row.source;
    case 'status':
      return row.status;
  }
}

/** A value in words of one language. */
export function facetWords(facet: QueueFacet, value: string, lang: 'ms' | 'en'): string {
  if (value === NO_VALUE) {
    if (facet === 'state') return sayKey(lang, 'queue.no-place');
    return sayKey(lang, facet === 'lead' ? 'queue.unassigned' : 'queue.no-clock');
  }
  switch (facet) {
    case 'urgency':
      return sayKey(lang, `queue.group.${value}`);
    case 'promise':
      return sayKey(lang, `clock.long.${value}`);
    case 'kind':
      return sayKey(lang, `kind.short.${value}`);
    case 'severity':
    case 'source':
    case 'status':
      return sayKey(lang, `${facet}.${value}`);
    case 'state':
      return value;
    case 'lead':
      return branchName(value);
  }
}
