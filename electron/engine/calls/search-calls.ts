import type { EngineContext } from '#engine/engine-context.ts';
import { searchWords } from '#engine/search/words-of-case.ts';
import { type PrivateWords, readPrivateWords } from '#engine/store/private-words.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { SearchHit } from '#shared/contract/view/search.ts';
import { maskIdNumber, maskName, maskPhone, maskText } from './mask.ts';

/** Hits that come with a piece of what was found. */
const WITH_TEXT = 40;
/** Letters before and after a word in a piece of text. */
const AROUND = 36;

/** Full text over cases, people, places and reports. Who was found by a name stays masked all the same. */
export function searchCalls(context: EngineContext): Pick<Handlers, 'search.find'> {
  return {
    'search.find': async ({ words, limit }) => {
      const { index, left } = context.search;
      const wanted = searchWords(words);
      const { hits, slips } = index.find(wanted, limit);
      const meant = new Map(slips.map((slip) => [slip.typed, slip.meant]));
      const looked = wanted.flatMap((word) => meant.get(word) ?? [word]);
      const speaking = hits.filter(({ fields }) => fields.some(isHidden)).slice(0, WITH_TEXT);
      const incidents = await incidentsOf(
        context,
        speaking.map(({ id }) => id),
      );
      const hidden = await readPrivateWords(context.ledger.reader, incidents);
      const found = hits.map(({ id, fields }): SearchHit => {
        const own = hidden.get(id);
        return { case: id, fields, text: own === undefined ? null : pieceOf(own, fields, looked) };
      });
      // Words may name a person who is to stay masked: corrected ones are not told where they come from one.
      return { hits: found, slips: slips.map(({ typed }) => ({ typed, meant: [] })), left: left() };
    },
  };
}

function isHidden(field: SearchHit['fields'][number]): boolean {
  return field === 'people' || field === 'report' || field === 'note';
}

async function incidentsOf({ ledger }: EngineContext, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ledger.reader.all<{ case: string; incident: string }>(
    `SELECT id AS "case", row ->> '$.incident' AS incident FROM case_row WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

/** What was found, masked: whom, or the words around it. */
function pieceOf(own: PrivateWords, fields: SearchHit['fields'], looked: readonly string[]): string | null {
  const says = (text: string) => searchWords(text).some((word) => looked.some((one) => word.startsWith(one)));
  if (fields.includes('people')) {
    const person = own.people.find(({ value }) => says(value) || says(value.replace(/\D/g, '')));
    if (person) return maskPerson(person);
  }
  const text = (fields.includes('report') ? own.reports : own.notes).find(says);
  if (text === undefined) return null;
  const names = own.people.map(({ value }) => value);
  return excerpt(maskText(text, names), looked);
}

function maskPerson({ kind, value }: PrivateWords['people'][number]): string {
  if (kind === 'id') return maskIdNumber(value);
  return kind === 'phone' ? maskPhone(value) : maskName(value);
}

/** The words around the first one looked for; the beginning where it is masked. */
function excerpt(text: string, looked: readonly string[]): string {
  let at = 0;
  for (const found of text.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu)) {
    const [key = ''] = searchWords(found[0]);
    if (!looked.some((word) => key.startsWith(word))) continue;
    at = found.index;
    break;
  }
  const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
  const to = Math.min(text.length, at + 2 * AROUND);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
