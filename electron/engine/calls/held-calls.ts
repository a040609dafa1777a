import type { EngineContext } from '#engine/engine-context.ts';
import { loadCases, loadIncidents, loadPeople } from '#engine/store/folded-rows.ts';
import { undecidedActs } from '#engine/store/held-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { HeldAct } from '#shared/domain/held-act.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';
import { maskText } from './mask.ts';

/** What acts say in free words; names in it are masked. */
const NOTES = ['text', 'reason', 'toldBy', 'payee'];

/** The acts before a supervisor: what each would do, whose it is, and why it was held. */
export function heldCalls(context: EngineContext): Pick<Handlers, 'held.list'> {
  return {
    'held.list': async () => {
      if (context.person()?.role !== 'supervisor') return [];
      return viewsOf(context, await undecidedActs(context.ledger.reader));
    },
  };
}

async function viewsOf(context: EngineContext, acts: readonly HeldAct[]): Promise<HeldActView[]> {
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
