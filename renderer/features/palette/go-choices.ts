import { fold } from '#renderer/app/board/filter-cases.ts';
import type { Desk } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Place } from '#shared/domain/place.ts';
import { branches } from '#shared/geo/branches.ts';
import { states } from '#shared/geo/states.ts';
import type { Choice } from './choice.ts';
import { fitBranches } from './fit-branches.ts';
import { fitsWords } from './fit-words.ts';

const MOST_BRANCHES = 3;
const MOST_STATES = 2;

type Verbs = Pick<Desk['verbs'], 'goTo'>;
type Going = Pick<Choice, 'side' | 'refused' | 'verb' | 'deed'>;

/** A case to open, and to be shown on the map where its place is known. */
export function caseChoice(row: QueueRow, now: number, verbs: Verbs, say: Say): Choice {
  const where = [row.place ?? say('queue.no-place'), row.state].filter(Boolean).join(', ');
  return {
    id: row.case,
    code: shortNumber(row.number, now),
    title: `${say(`severity.${row.severity}`)} ${say(`kind.short.${row.kind}`)}`,
    why: where,
    side: row.lead ?? say('queue.unassigned'),
    refused: null,
    verb: say('palette.go'),
    deed: { kind: 'ask', ask: () => void verbs.goTo({ caseId: row.case }) },
  };
}

/** Offices, states and places the map can go to, for words that are not empty. */
export function whereChoices(words: string, places: readonly Place[], verbs: Verbs, say: Say): Choice[] {
  if (words.trim() === '') return [];
  const going = (where: Parameters<Verbs['goTo']>[0]): Going => ({
    side: say('palette.on-map'),
    refused: null,
    verb: say('palette.go-there'),
    deed: { kind: 'ask', ask: () => void verbs.goTo(where) },
  });
  const offices = fitBranches(words, [], branches)
    .slice(0, MOST_BRANCHES)
    .map(({ branch: { code, short, state } }) => ({
      id: `branch ${code}`,
      code,
      title: short,
      why: say('palette.office', { state }),
      ...going({ branch: code }),
    }));
  const whole = states
    .filter(({ name }) => fitsWords(words, name))
    .slice(0, MOST_STATES)
    .map(({ name }) => ({
      id: `state ${name}`,
      code: null,
      title: name,
      why: say('filter.facet.state'),
      ...going({ state: name }),
    }));
  const wanted = fold(words.trim());
  // The place of that very name before those that bear it within theirs.
  const named = places.toSorted((a, b) => Number(fold(b.name) === wanted) - Number(fold(a.name) === wanted));
  const found = named.map((place) => ({
    id: `place ${place.name} ${place.lat} ${place.lon}`,
    code: null,
    title: place.name,
    why: [place.district, place.state].filter(Boolean).join(', '),
    ...going({ lat: place.lat, lon: place.lon, name: place.name }),
  }));
  return [...offices, ...whole, ...found];
}
