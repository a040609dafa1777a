import { scopeKey } from '#central/store/scope-spans.ts';
import { loadCases, loadIncidents } from '#engine/store/folded-rows.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { withoutPersons } from '#shared/sync/without-persons.ts';
import type { Desk } from '../desk.ts';
import type { World } from '../world.ts';
import { differences, tablesOf } from './tables.ts';

const FEW = 3;

/**
 * S-03: every console's tables equal those of others who see the same, and central's folds cut to its scope.
 * S-15: folding everything anew changes no byte.
 */
export async function checkReplicas(world: World, log: readonly AnyEvent[]): Promise<string[]> {
  const faults: string[] = [];
  const central = await centralStates(world);
  faults.push(...checkCentralFolds(central, log));
  const first = new Map<string, { desk: Desk; tables: Map<string, string> }>();
  for (const desk of world.desks) {
    const ledger = desk.parts?.ledger;
    if (!ledger) continue;
    const tables = await tablesOf(ledger.reader);
    const scope = scopeKey(scopeOf(world, desk)) ?? 'hq';
    const other = first.get(scope);
    if (other === undefined) {
      first.set(scope, { desk, tables });
      // Of those whose tables are equal, one folds anew for all.
      await ledger.write(async () => ({ result: undefined, subjects: [], everything: true }));
      for (const one of differences(tables, await tablesOf(ledger.reader)).slice(0, FEW))
        faults.push(`S-15: ${desk.name} folded anew differs: ${one}`);
    } else
      for (const one of differences(other.tables, tables).slice(0, FEW))
        faults.push(`S-03: ${other.desk.name} and ${desk.name} (${scope}) differ: ${one}`);
    for (const one of (await againstCentral(world, desk, central)).slice(0, FEW))
      faults.push(`S-03: central and ${desk.name} (${scope}) differ: ${one}`);
  }
  return faults;
}

const scopeOf = (world: World, desk: Desk) => (world.rights.get(desk.who.id) ?? desk.who).scope;

type States = Map<string, string>;

async function centralStates(world: World): Promise<States> {
  const { reader } = world.central.central.parts.database;
  const states: States = new Map();
  for (const table of ['case_row', 'incident_row']) {
    const rows: { id: string; state: unknown }[] = await reader(table).select('id', 'state');
    // PostgreSQL reads JSON by itself.
    for (const { id, state } of rows)
      states.set(id, canonicalJson(typeof state === 'string' ? JSON.parse(state) : state));
  }
  return states;
}

/** S-15 at central. */
function checkCentralFolds(central: States, log: readonly AnyEvent[]): string[] {
  const bySubject = new Map<string, AnyEvent[]>();
  for (const event of log) bySubject.set(event.subject.id, [...(bySubject.get(event.subject.id) ?? []), event]);
  const anew: States = new Map();
  for (const [id, events] of bySubject) {
    const kind = events[0]?.subject.kind;
    const state = kind === 'case' ? redacted(foldCase(events)) : kind === 'incident' ? foldIncident(events) : null;
    if (state) anew.set(id, canonicalJson(state));
  }
  return differences(central, anew)
    .slice(0, FEW)
    .map((one) => `S-15: central folded anew differs: ${one}`);
}

const redacted = (state: CaseState | null) => (state === null ? null : withoutPersons(state));

async function againstCentral(world: World, desk: Desk, central: States): Promise<string[]> {
  const db = desk.parts?.ledger.reader;
  if (!db) return [];
  const ids = [...central.keys()];
  const key = scopeKey(scopeOf(world, desk));
  const wanted: States = new Map(central);
  if (key !== null) {
    const rows: { subject_id: string }[] = await world.central.central.parts.database
      .reader('scope_span')
      .where({ scope_key: key })
      .whereNull('left_seq')
      .select('subject_id');
    const inSight = new Set(rows.map((row) => row.subject_id));
    for (const id of ids) if (!inSight.has(id)) wanted.delete(id);
  }
  const all = await db.all<{ id: string }>('SELECT id FROM case_row UNION SELECT id FROM incident_row');
  const here = all.map((row) => row.id);
  const held: States = new Map();
  for (const [id, state] of await loadCases(db, here)) held.set(id, canonicalJson(withoutPersons(state)));
  for (const [id, state] of await loadIncidents(db, here)) held.set(id, canonicalJson(state));
  return differences(wanted, held);
}
