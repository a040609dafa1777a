import { branchName } from '#renderer/app/branch-name.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { ConflictSide, ConflictView } from '#shared/contract/view/conflict.ts';
import { eventOfTimeField } from '#shared/sync/time-field.ts';
import { formatMoment } from '#shared/text/format.ts';

/** Fields whose values are words of a fixed set. */
const FIXED: readonly string[] = ['severity', 'priority', 'grade', 'kind', 'outcome', 'pause'];

/** A value of a contested field in words: an office with its town, a word of a fixed set, or as it was written. */
export function valueWords(field: string, value: string, say: Say): string {
  if (value === 'null') return say(field === 'outcome' ? 'conflict.reopened' : 'conflict.nobody');
  if (field.startsWith('assist.') || field.startsWith('scheme.'))
    return `${say.key(value === 'true' ? 'event.turn.on' : 'event.turn.off')}: ${nameOf(field, say)}`;
  if (field.startsWith('places.')) return townName(value);
  if (field.startsWith('payee.') && field.endsWith('.relation')) return say.key(`payee.${value}`);
  if (field === 'lead') return branchName(value);
  if (field === 'status') {
    return value === 'closed'
      ? say('conflict.closed')
      : say.ref({ key: 'conflict.assigned', params: { branch: { t: 'branch', v: value } } });
  }
  if (eventOfTimeField(field) !== null) return formatMoment(say.lang, Date.parse(value));
  if (FIXED.includes(field)) return say.key(`${field}.${value}`);
  return field === 'victim.sex' ? say.key(`sex.${value}`) : value;
}

/** The branch or law a field is of. */
function nameOf(field: string, say: Say): string {
  const name = field.slice(field.indexOf('.') + 1);
  return field.startsWith('scheme.') ? say.key(`scheme.${name}`) : name;
}

/** A town as it is written in a conflict. */
function townName(value: string): string {
  const town: unknown = JSON.parse(value);
  return town !== null && typeof town === 'object' && 'name' in town ? String(town.name) : '–';
}

/** What an author saw in the field when they chose. */
export function sawWords(field: string, side: ConflictSide, say: Say): string {
  if (side.saw !== null) return valueWords(field, side.saw, say);
  return say(field === 'lead' ? 'drawer.lead.none' : 'conflict.saw.none');
}

/** Central's place in the order that an author had seen, and how far behind the other author that was. */
export function seenWords(side: ConflictSide, against: ConflictSide, say: Say): string {
  const older = against.seenSeq - side.seenSeq;
  return older > 0 ? say('conflict.seq.older', { n: side.seenSeq, older }) : say('conflict.seq', { n: side.seenSeq });
}

/** The words of the two buttons: with the office where it is one that leads, else short, the value standing above. */
export function choiceWords(
  { field, kept, other }: ConflictView,
  say: Say,
): { kept: string; other: string; both: string } {
  const names = ({ value }: ConflictSide) => field === 'lead' && value !== 'null';
  return {
    kept: names(kept) ? say('conflict.keep', { value: kept.value }) : say('conflict.keep.this'),
    other: names(other) ? say('conflict.choose', { value: other.value }) : say('conflict.choose.this'),
    both: say('conflict.both', { kept: kept.value, other: other.value }),
  };
}
