import type { PrivateWords } from '#engine/store/private-words.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { words } from '#shared/geo/fold-text.ts';
import { sayKey } from '#shared/text/say.ts';
import type { FieldWords } from './text-index.ts';

/** Words of a text as they are compared: lower case, no accents, spellings of Malay names made one. */
export function searchWords(text: string): string[] {
  return words(text).map(({ key }) => key);
}

/** All that a case can be found by, in both languages. */
export function wordsOfCase(row: QueueRow, hidden: PrivateWords | undefined): FieldWords {
  const branch = row.lead === null ? null : branchByCode(row.lead);
  const numbers = [row.number, ...row.aliases];
  const people = hidden?.people.map(({ value }) => value) ?? [];
  return {
    number: once([...numbers, ...numbers.map((number) => number.replace(/(^|-)0+/g, '$1'))]),
    where: once([row.place ?? '', row.state ?? '']),
    what: once(bothOf(`kind.${row.kind}`, `kind.short.${row.kind}`, `severity.${row.severity}`)),
    lead: once(branch ? [branch.code, branch.short] : bothOf('queue.unassigned')),
    // A number also as one word, however it was written.
    people: once([...people, ...people.map((value) => (/\d/.test(value) ? value.replace(/\D/g, '') : ''))]),
    report: once(hidden?.reports ?? []),
    note: once(hidden?.notes ?? []),
  };
}

function bothOf(...keys: string[]): string[] {
  return keys.flatMap((key) => [sayKey('ms', key), sayKey('en', key)]);
}

function once(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(searchWords))];
}
