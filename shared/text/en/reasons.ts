import type { words as ms } from '#shared/text/ms/reasons.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'route.postcode': 'by postcode {postcode}, {km}',
  'route.district': 'by district {district}, {km}',
  'route.district-nearby': 'by district {district} ({place}, the nearest place), {km}',
  'route.federal-territory': 'the office for {state}, {km}',
  'route.nearest-on-landmass': 'nearest on the same landmass, {state}, {km}',
  'route.nearest-in-state': 'nearest in {state}, {km}',
  'route.nearest': 'nearest office, {km}',
  'candidate.near': '{km} from the place',
  'candidate.state-office': 'state office of {state}, {km}',
  'candidate.heirs': 'the heirs’ office in {town}, {km} from there',
  'candidate.chosen': 'chosen by you',
};
