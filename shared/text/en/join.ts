import type { words as ms } from '#shared/text/ms/join.ts';
import type { Translation } from '#shared/text/words.ts';

export const words = {
  'join.menu': 'Join with another incident…',
  'join.menu.part': 'Part from {numbers}',
  'join.title': 'Join {number} with another incident',
  'join.find': 'The same incident',
  'join.find.hint': 'Number, place or kind. Likely ones come first.',
  'join.find.place': 'For example 4512, Gambang, road',
  'join.nothing': 'No open incident fits.',
  'join.likely': 'likely the same',
  'join.km': '{km} from here',
  'join.cases': '{n} {n|case|cases}',
  'join.reports': '{n} {n|report|reports}',
  'join.received': 'received {at}',
  'join.no-place': 'Place not known yet',
  'join.leads': 'Lead branches',
  'join.survives': 'Stays, being the older',
  'join.alias': 'Becomes another name of that one',
  'join.what':
    '{n} cases show together under {number}. Cases and their leads stay; clocks count from the first report of the two.',
  'join.apart': 'They can be parted again at any time.',
  'join.do': 'Join',
  'join.other': 'Choose another incident',
  'join.side.this': 'This incident',
  'join.side.other': 'The other incident',
} as const satisfies Translation<typeof ms>;
