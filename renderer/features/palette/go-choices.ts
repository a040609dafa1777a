import type { Desk } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Place } from '#shared/domain/place.ts';
import { branches } from '#shared/geo/branches.ts';
import type { Choice } from './choice.ts';
import { fitBranches } from './fit-branches.ts';

const MOST_BRANCHES = 3;

type Verbs = Pick<Desk['verbs'], 'select' | 'setFilter' | 'hoverBranch'>;

/** A case to open. */
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
    deed: { kind: 'ask', ask: () => verbs.select(row.case) },
  };
}

/** Branches whose cases can be shown. */
export function branchChoices(words: string, verbs: Verbs, say: Say): Choice[] {
  if (words.trim() === '') return [];
  return fitBranches(words, [], branches)
    .slice(0, MOST_BRANCHES)
    .map(({ branch }) => ({
      id: `branch ${branch.code}`,
      code: branch.code,
      title: branch.short,
      why: branch.state,
      side: say('palette.show-cases'),
      refused: null,
      verb: say('palette.show-cases'),
      deed: {
        kind: 'ask',
        ask: () => {
          verbs.setFilter({ words: branch.code });
          verbs.hoverBranch(branch.code);
        },
      },
    }));
}

/** Places whose cases can be shown. */
export function placeChoices(places: readonly Place[], verbs: Verbs, say: Say): Choice[] {
  return places.map((place) => ({
    id: `place ${place.name} ${place.lat} ${place.lon}`,
    code: null,
    title: place.name,
    why: [place.district, place.state].filter(Boolean).join(', '),
    side: say('palette.show-cases'),
    refused: null,
    verb: say('palette.show-cases'),
    deed: { kind: 'ask', ask: () => verbs.setFilter({ words: place.name }) },
  }));
}
