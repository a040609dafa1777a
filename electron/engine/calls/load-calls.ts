import type { EngineContext } from '#engine/engine-context.ts';
import { dutiesAt } from '#engine/store/duty-people.ts';
import { EVENT_STATE, historySince } from '#engine/store/event-rows.ts';
import { loadPeople, loadRows } from '#engine/store/folded-rows.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { DutyNow, SinceView } from '#shared/contract/view/load.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { ActKind } from '#shared/domain/act-rules.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';
import { ACT_OF } from '#shared/sync/judge-act.ts';
import { previewMoves, proposeMoves } from './plan-moves.ts';
import { unnamedActor } from './unnamed-actor.ts';

/** The most events one look back counts, and the lines it shows of them. */
const COUNTED = 5_000;
const LINES = 60;
/** Bookkeeping that tells a reader nothing. */
const SILENT = new Set(['case.numbered', 'incident.numbered', 'report.received', 'user.described', 'act.held']);

/** The supervisor's view: who is on duty, plans for many cases, what happened since a moment. */
export function loadCalls(
  context: EngineContext,
): Pick<
  Handlers,
  'load.duty' | 'load.since' | 'moves.propose' | 'moves.preview' | 'presence.watch' | 'presence.others'
> {
  return {
    'load.duty': () => dutyNow(context),
    'load.since': ({ since }) => happenedSince(context, since),
    'moves.propose': (ask) => proposeMoves(context, ask),
    'moves.preview': ({ moves }) => previewMoves(context, moves),
    'presence.watch': ({ case: id }, _from, stream) => {
      let told: string | null = null;
      const tell = () => {
        const names = [...(context.presence.others().get(id) ?? [])];
        if (names.join('\n') === told) return;
        told = names.join('\n');
        stream.emit(names);
      };
      tell();
      const ends = [context.presence.subscribe(tell), context.presence.open(id)];
      stream.signal.addEventListener('abort', () => {
        for (const end of ends) end();
      });
    },
    'presence.others': (_input, _from, stream) => {
      let told: string | null = null;
      const tell = () => {
        const all = [...context.presence.others()].map(([id, names]) => ({ case: id, names: [...names] }));
        // Everyone says again and again what they have open.
        const text = JSON.stringify(all);
        if (text === told) return;
        told = text;
        stream.emit(all);
      };
      tell();
      stream.signal.addEventListener('abort', context.presence.subscribe(tell));
    },
  };
}

async function dutyNow({ ledger, clock }: EngineContext): Promise<DutyNow> {
  const at = clock.now();
  const duties = await dutiesAt(ledger.reader, at);
  const offices = new Map<string, string[]>();
  for (const { area, level, name } of duties) {
    if (area.kind !== 'branch' || level !== 'squad') continue;
    offices.set(area.branch, [...(offices.get(area.branch) ?? []), name]);
  }
  return { at, offices: [...offices].map(([branch, names]) => ({ branch, squad: names.length, names })) };
}

async function happenedSince(context: EngineContext, since: number): Promise<SinceView> {
  const db = context.ledger.reader;
  const all = await historySince(db, since, COUNTED);
  const told = all.filter(({ event, state }) => state <= EVENT_STATE.waiting && !SILENT.has(event.type));
  const acts = new Map<ActKind, Set<string>>();
  for (const { event } of told) {
    const kind = isKnown(event) ? ACT_OF[event.type] : null;
    if (kind !== null) acts.set(kind, (acts.get(kind) ?? new Set()).add(event.act));
  }
  const shown = linesOf(told.map(({ event }) => event)).slice(0, LINES);
  const ids = new Set(shown.flatMap(({ event }) => (event.subject.kind === 'case' ? [event.subject.id] : [])));
  const rows = new Map((await loadRows(db, [...ids])).map((row) => [row.case, row]));
  const people = await loadPeople(db, [...new Set(shown.map(({ event }) => event.actor))]);
  const who = context.person();
  return {
    since,
    more: all.length === COUNTED,
    kinds: [...acts]
      .map(([act, own]) => ({ act, acts: own.size }))
      .sort((a, b) => b.acts - a.acts || (a.act < b.act ? -1 : 1)),
    // Central's order is not that of the clock where a console was cut off; people read by the clock.
    lines: shown
      .map(({ event, more }) => {
        const row = rows.get(event.subject.id);
        const name = people.get(event.actor)?.name ?? (event.actor === who?.id ? who.name : null);
        return {
          id: event.id,
          case: row?.case ?? null,
          number: row?.number ?? null,
          at: Date.parse(event.recordedAt ?? event.happenedAt),
          words: describeEvent(event),
          actor: name ?? (event.actor.startsWith('key:') ? unnamedActor(event.actor) : null),
          more,
        };
      })
      .sort((a, b) => b.at - a.at),
  };
}

/** One line an act: what it did on a case, where it did so, and how many more subjects it touched. */
function linesOf(events: readonly AnyEvent[]): { event: AnyEvent; more: number }[] {
  const acts = new Map<string, AnyEvent[]>();
  for (const event of events) acts.set(event.act, [...(acts.get(event.act) ?? []), event]);
  return [...acts.values()].flatMap((own) => {
    const first = own.find((event) => event.subject.kind === 'case') ?? own[0];
    if (first === undefined) return [];
    const alike = own.filter((event) => event.subject.kind === first.subject.kind);
    return [{ event: first, more: new Set(alike.map((event) => event.subject.id)).size - 1 }];
  });
}
