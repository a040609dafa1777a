import type { EngineContext } from '#engine/engine-context.ts';
import { eventsById } from '#engine/store/event-rows.ts';
import { loadRules } from '#engine/store/rule-rows.ts';
import { openEvents } from '#engine/store/sealed-events.ts';
import { rotaGaps } from '#shared/clocks/rota-gaps.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { RotaView } from '#shared/contract/view/rules.ts';
import { areaOfDuty, ruleInScope } from '#shared/sync/rule-scope.ts';

const WEEK_MS = 7 * 86_400_000;

/** Who is on duty at an office, and its gaps. */
export function rotaCalls(context: EngineContext): Pick<Handlers, 'rules.rota'> {
  return { 'rules.rota': ({ branch }) => rotaOf(context, branch) };
}

async function rotaOf(context: EngineContext, branch: string): Promise<RotaView> {
  const db = context.ledger.reader;
  const now = context.clock.now();
  const rules = (await loadRules(db, 'rota')).filter(
    ({ area, withdrawnAt, to }) => area.kind === 'branch' && area.branch === branch && withdrawnAt === null && to > now,
  );
  const events = await eventsById(
    db,
    rules.map((rule) => rule.event),
  );
  await openEvents(db, events);
  const told = new Map(events.map((event) => [event.id, event.private]));
  const words = (event: string, member: string) => {
    const value = told.get(event)?.[member];
    return typeof value === 'string' ? value : null;
  };
  const who = context.person();
  const stateOfBranch = (code: string) => context.geography.branches.find((one) => one.code === code)?.state ?? null;
  const area = areaOfDuty({ kind: 'branch', branch });
  return {
    branch,
    duties: rules
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
      .map(({ id, level, from, to, event }) => ({
        id,
        level,
        from,
        to,
        name: words(event, 'name') ?? '–',
        phone: words(event, 'phone'),
        email: words(event, 'email'),
      })),
    gaps: rotaGaps(
      rules.filter(({ level }) => level === 'squad'),
      { from: now, to: now + WEEK_MS },
      context.calendars.of(branch),
    ),
    mayEdit: who?.role === 'supervisor' && ruleInScope(who, area, { stateOfBranch }),
  };
}
