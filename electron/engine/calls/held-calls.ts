import type { EngineContext } from '#engine/engine-context.ts';
import { loadCases, loadIncidents, loadPeople } from '#engine/store/folded-rows.ts';
import { type FreshDecision, freshDecisions, putBackDecision } from '#engine/store/fresh-decisions.ts';
import { loadHeld, undecidedActs } from '#engine/store/held-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { HeldAct } from '#shared/domain/held-act.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';
import { maskText } from './mask.ts';

/** What acts say in free words; names in it are masked. */
const NOTES = ['text', 'reason', 'toldBy', 'payee'];

/** The acts before a supervisor: what each would do, whose it is, why it was held; and putting a decision back. */
export function heldCalls(context: EngineContext): Pick<Handlers, 'held.list' | 'held.put-back'> {
  return {
    'held.list': () => list(context),
    'held.put-back': async ({ held }) => {
      const by = { actor: context.person()?.id ?? '', now: context.clock.now() };
      await context.ledger.write(async (db) => {
        const subjects = await putBackDecision(db, held, by);
        if (subjects === null) throw new CallFailure('undo-too-late', { key: 'failure.undo-too-late' }, 'held');
        return { result: undefined, subjects };
      });
      await context.recount();
      return list(context);
    },
  };
}

/** What waits for a decision, and what was decided here a moment ago. */
async function list(context: EngineContext): Promise<HeldActView[]> {
  const who = context.person();
  if (who?.role !== 'supervisor') return [];
  const db = context.ledger.reader;
  const fresh = (await freshDecisions(db, context.clock.now())).filter(({ actor }) => actor === who.id);
  const decided = await Promise.all(fresh.map(({ held }) => loadHeld(db, held)));
  const acts = [...(await undecidedActs(db)), ...decided.flatMap((held) => held ?? [])];
  const distinct = [...new Map(acts.map((held) => [held.id, held])).values()];
  distinct.sort((a, b) => a.heldMs - b.heldMs || (a.id < b.id ? -1 : 1));
  return viewsOf(context, distinct, new Map(fresh.map((one) => [one.held, one])));
}

async function viewsOf(
  context: EngineContext,
  acts: readonly HeldAct[],
  fresh: ReadonlyMap<string, FreshDecision>,
): Promise<HeldActView[]> {
  const db = context.ledger.reader;
  const people = await loadPeople(
    db,
    acts.map((held) => held.author),
  );
  const subjects = [...new Set(acts.flatMap((held) => held.subjects.map(({ id }) => id)))];
  const cases = await loadCases(db, subjects);
  const incidents = await loadIncidents(db, subjects);
  const views: HeldActView[] = [];
  for (const held of acts) {
    const events = held.events.map((event) => ({ ...event }) as unknown as AnyEvent);
    await openEvents(db, events);
    const first = events[0];
    const decision = fresh.get(held.id);
    views.push({
      act: held.id,
      code: held.code,
      author: people.get(held.author)?.name ?? held.author,
      at: first ? Date.parse(first.happenedAt) : held.heldMs,
      heldAt: held.heldMs,
      lines: events.map((event) => {
        const about = cases.get(event.subject.id) ?? incidents.get(event.subject.id);
        return { words: describeEvent(event), number: about?.number ?? about?.label ?? null, note: noteOf(event) };
      }),
      case: held.subjects.find(({ id }) => cases.has(id))?.id ?? null,
      decision: decision === undefined ? null : { kind: decision.kind, until: decision.until },
    });
  }
  return views;
}

function noteOf(event: AnyEvent): string | null {
  const said = NOTES.map((member) => event.private?.[member]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return typeof said === 'string' ? maskText(said, []) : null;
}
