import { shortNumber } from '#renderer/app/short-number.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** What the numbers of a command are looked up in. */
export interface CaseBook {
  /** Cases as the queue shows them, the first one being row 1. */
  shown: readonly QueueRow[];
  rows: ReadonlyMap<string, QueueRow>;
  /** What `ini` means. */
  open: readonly string[];
  /** ms since 1970. */
  now: number;
}

/** A number that may mean more than one thing: each way of saying it beyond doubt, with what it then means. */
export interface Unclear {
  ref: string;
  ways: { say: string; cases: QueueRow[] }[];
}

export interface Named {
  cases: QueueRow[];
  unclear: Unclear[];
  unknown: string[];
}

/** The cases a command names; none named means those that are open or picked. */
export function nameCases(refs: readonly string[], book: CaseBook): Named {
  const named: Named = { cases: [], unclear: [], unknown: [] };
  const add = (found: readonly QueueRow[]) => {
    for (const row of found) if (!named.cases.includes(row)) named.cases.push(row);
  };
  for (const ref of refs.length === 0 ? ['ini'] : refs) {
    if (ref === 'ini') {
      const open = book.open.flatMap((id) => book.rows.get(id) ?? []);
      if (open.length === 0 && refs.length > 0) named.unknown.push(ref);
      add(open);
      continue;
    }
    const ways = waysOf(ref, book);
    if (ways.length === 0) named.unknown.push(ref);
    else if (ways.length === 1) add(ways[0]?.cases ?? []);
    else named.unclear.push({ ref, ways });
  }
  return named;
}

function waysOf(ref: string, book: CaseBook): Unclear['ways'] {
  const range = /^#?(\d+)-(\d+)$/.exec(ref);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    const rows = from >= 1 && to > from && to <= book.shown.length ? book.shown.slice(from - 1, to) : [];
    if (rows.length > 0) return [{ say: `#${from}-${to}`, cases: [...rows] }];
  }
  const hash = /^#(\d+)$/.exec(ref);
  const place = /^#?\d+$/.test(ref) ? book.shown[Number(ref.replace('#', '')) - 1] : undefined;
  if (hash) return place ? [{ say: ref, cases: [place] }] : [];
  const numbered = byNumber(ref.toLowerCase(), book);
  const incidents = [...new Set(numbered.map(({ incident }) => incident))];
  const ways = incidents.map((incident) => {
    const cases = numbered.filter((row) => row.incident === incident);
    const open = cases.filter(({ status }) => status !== 'closed');
    return { say: plainNumber(cases), cases: open.length > 0 ? open : cases };
  });
  const same = ways.length === 1 && ways[0]?.cases.length === 1 && ways[0].cases[0] === place;
  return place && !same ? [{ say: `#${ref}`, cases: [place] }, ...ways] : ways;
}

/** Rows of this number: whole, as a row shows it, without year, or an older one of theirs. */
function byNumber(ref: string, { rows, now }: CaseBook): QueueRow[] {
  const found: QueueRow[] = [];
  for (const row of rows.values()) {
    if ([row.number, ...row.aliases].some((number) => isNumber(number.toLowerCase(), ref, now))) found.push(row);
  }
  return found.sort((a, b) => a.ordinal - b.ordinal);
}

function isNumber(number: string, ref: string, now: number): boolean {
  if (number === ref || number.split('/')[0] === ref) return true;
  const short = shortNumber(number, now);
  const victim = number.split('/')[1];
  return short === ref || (victim !== undefined && `${short}/${victim}` === ref);
}

/** One case by its own number, several by the number they share. */
function plainNumber(cases: readonly QueueRow[]): string {
  const [first] = cases;
  if (!first) return '';
  return cases.length === 1 ? first.number : (first.number.split('/')[0] ?? first.number);
}
