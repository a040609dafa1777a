import { heldKeys } from '#central/store/held-spans.ts';
import { SCOPED } from '#central/store/log-reader.ts';
import { scopeKey } from '#central/store/scope-spans.ts';
import { EVENT_STATE, eventsById } from '#engine/store/event-rows.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import type { Desk } from '../desk.ts';
import type { World } from '../world.ts';

const FEW = 3;

/**
 * S-13, S-31: what a console holds as accepted is what of the log lies in sight of whoever sits there, held acts of
 * supervisors too. S-25, S-26: of that it reads what central reads and no more, word for word, and what an erasure
 * destroyed is read nowhere.
 * @param log central's, its private parts opened
 */
export async function checkHeldLogs(world: World, log: readonly AnyEvent[]): Promise<string[]> {
  const byId = new Map(log.map((event) => [event.id, event]));
  const subjectsById = new Map(log.map((event) => [event.subject.id, event]));
  const erasures = log.flatMap((event) => (isKnown(event) && event.type === 'case.erased' ? [event] : []));
  const erased = new Set(erasures.flatMap(({ payload }) => payload.subjects));
  const heldOn = new Map<string, readonly string[]>();
  for (const event of log)
    if (isKnown(event) && event.type === 'act.held')
      heldOn.set(
        event.subject.id,
        event.payload.subjects.map(({ id }) => id),
      );
  const faults = checkErased(log, erasures);
  const { reader } = world.central.central.parts.database;
  const gone: { id: string }[] = await reader('subject_key').whereNull('wrapped').select('id');
  const destroyed = new Set(gone.map(({ id }) => id));
  const spans: { subject_id: string; scope_key: string }[] = await reader('scope_span')
    .whereNull('left_seq')
    .select('subject_id', 'scope_key');
  for (const desk of world.desks) {
    const db = desk.parts?.ledger.reader;
    if (!db) continue;
    const may = sightOf(world, desk, spans);
    const rows = await db.all<{ id: string; state: number }>('SELECT id, state FROM event');
    const here = new Set(rows.filter((row) => row.state === EVENT_STATE.accepted).map((row) => row.id));
    const mine: string[] = [];
    // Of an erasure out of its sight a console is not told: see what SPEC lists at its end. A held act is as erased as what it is on.
    const isTold = (event: AnyEvent | undefined): boolean => {
      const about = (event && heldOn.get(event.subject.id))?.filter((id) => erased.has(id)) ?? [];
      return may(event) !== 'no' && (about.length === 0 || about.some((id) => may(subjectsById.get(id)) !== 'no'));
    };
    for (const event of log) {
      const seen = may(event);
      if (seen === 'must' && !here.has(event.id))
        mine.push(`S-13: ${desk.name} lacks ${event.type} ${event.id} (seq ${event.seq})`);
      if (seen === 'no' && here.has(event.id))
        mine.push(`S-31: ${desk.name} keeps ${event.type} ${event.id} (seq ${event.seq}), out of its sight`);
    }
    const held = await eventsById(
      db,
      rows.map((row) => row.id),
    );
    const states = new Map(rows.map((row) => [row.id, row.state]));
    for (const event of held) {
      const there = byId.get(event.id);
      if (states.get(event.id) === EVENT_STATE.accepted) {
        if (there === undefined) mine.push(`S-03: ${desk.name} holds ${event.id}, which central lacks`);
        else if (event.sealed && textOf(there) !== textOf(event) && (there.private !== undefined || isTold(there)))
          mine.push(
            `S-25: of ${event.type} ${event.id} (seq ${there.seq}) central reads ${textOf(there)}, ${desk.name} ${textOf(event)}`,
          );
      } else if (
        isAside(states.get(event.id)) &&
        event.private &&
        isTold(event) &&
        erasures.some((one) => isErased(event, one))
      )
        mine.push(`S-26: ${desk.name} reads what it set aside, ${event.type} ${event.id}, after an erasure`);
    }
    const keys = await db.all<{ id: string; subject: string }>(
      'SELECT id, subject FROM subject_key WHERE wrapped IS NOT NULL',
    );
    for (const { id, subject } of keys)
      if (destroyed.has(id) && isTold(subjectsById.get(subject)))
        mine.push(`S-26: ${desk.name} keeps key ${id} of ${subject}, destroyed at central`);
    faults.push(...mine.slice(0, FEW));
  }
  return faults;
}

/** Refused, or withdrawn by who made it. */
const isAside = (state: number | undefined) => state === EVENT_STATE.rejected || state === EVENT_STATE.withdrawn;
const textOf = (event: AnyEvent) => (event.private === undefined ? 'nothing' : canonicalJson(event.private));

/** Whether a console must, may or must not hold an event. */
function sightOf(world: World, desk: Desk, spans: readonly { subject_id: string; scope_key: string }[]) {
  const { role, scope } = world.rights.get(desk.who.id) ?? desk.who;
  const key = scopeKey(scope);
  const under = (keys: readonly string[]) =>
    new Set(spans.filter((one) => keys.includes(one.scope_key)).map((one) => one.subject_id));
  const inScope = under(key === null ? [] : [key]);
  // Of its own held acts a console is told whichever of its names it has now.
  const toDecide = under(role === 'supervisor' ? heldKeys({ role, scope, device: '' }) : []);
  const itsOwn = new Set(spans.filter((one) => one.scope_key.startsWith('device:')).map((one) => one.subject_id));
  return (event: AnyEvent | undefined): 'must' | 'may' | 'no' => {
    if (event === undefined) return 'no';
    const { kind, id } = event.subject;
    if (kind === 'act') return toDecide.has(id) ? 'must' : itsOwn.has(id) ? 'may' : 'no';
    return key === null || !SCOPED.includes(kind) || inScope.has(id) ? 'must' : 'no';
  };
}

type Erasure = AnyEvent & { payload: { keys: string[]; subjects: string[] } };

/** The place central gave an event first: what came back stands where it stood (S-37). */
const firstPlace = ({ was, seq }: AnyEvent) => was?.[0]?.seq ?? seq ?? 0;

/** Said, of what was erased, by somebody who had not heard of it. */
function isErased(event: AnyEvent, erasure: Erasure): boolean {
  return erasure.payload.subjects.includes(event.subject.id) && event.seen < firstPlace(erasure) && !erasure.was;
}

/** S-26 at central: named keys open nothing, and of what was accepted before nothing is read. */
function checkErased(log: readonly AnyEvent[], erasures: readonly Erasure[]): string[] {
  return erasures.flatMap((erasure) => {
    const { keys, subjects } = erasure.payload;
    const read = log.filter(
      (event) =>
        event.private !== undefined &&
        (keys.includes(event.sealed?.key ?? '') ||
          (subjects.includes(event.subject.id) && firstPlace(event) < firstPlace(erasure))),
    );
    return read
      .slice(0, FEW)
      .map((event) => `S-26: central reads ${event.type} ${event.id} (seq ${event.seq}), erased at ${erasure.seq}`);
  });
}
