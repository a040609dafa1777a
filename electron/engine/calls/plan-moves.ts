import type { EngineContext } from '#engine/engine-context.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { whatIf } from '#shared/clocks/what-if.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { PlannedMove } from '#shared/contract/view/load.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { declinedOffices } from '#shared/domain/declined-offices.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { branchByCode, stateOfBranch } from '#shared/geo/branches.ts';
import { haversine } from '#shared/geo/haversine.ts';
import { type Proposal, proposeBranches } from '#shared/geo/propose-branches.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';

interface Known {
  state: CaseState;
  /** As it is shown, and the case's own, on which rights rest. */
  incident: IncidentState;
  own: IncidentState | null;
}

/** The cases with their incidents, in the order asked for. @throws CallFailure not-found */
async function knownCases({ ledger }: EngineContext, ids: readonly string[]): Promise<Known[]> {
  const found = await loadCases(ledger.reader, ids);
  const states = [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
  if (states.length < new Set(ids).size) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'cases');
  const shown = await loadShown(
    ledger.reader,
    states.map((one) => one.incident),
  );
  return states.flatMap((state) => {
    const one = shown.get(state.incident);
    const own = one?.members.find(({ id }) => id === state.incident) ?? null;
    return one ? [{ state, incident: one.incident, own }] : [];
  });
}

/** Where each of these cases could go, and what that would mean. @throws CallFailure not-found */
export async function proposeMoves(
  context: EngineContext,
  { cases, avoid, spread }: { cases: readonly string[]; avoid: string | null; spread: boolean },
): Promise<PlannedMove[]> {
  const known = await knownCases(context, cases);
  const rows = await context.ledger.reader.all<{ lead: string; n: number }>(
    // What is to be placed weighs on nobody yet.
    `SELECT lead, COUNT(*) AS n FROM case_row WHERE open = 1 AND lead IS NOT NULL
     AND id NOT IN (SELECT value FROM json_each(?)) GROUP BY lead`,
    [JSON.stringify(cases)],
  );
  const proposals = proposeBranches(
    known.map(({ state, incident }) => ({
      case: state.id,
      place: incident.place,
      kin: state.places?.kin ?? null,
      declined: declinedOffices(state),
    })),
    {
      router: context.geography.router,
      avoid: new Set(avoid === null ? [] : [avoid]),
      loads: new Map(rows.map(({ lead, n }) => [lead, n])),
      spread,
    },
  );
  return plansOf(context, known, new Map(proposals.map((one) => [one.case, one])));
}

/** What a plan would mean, as a person made it. @throws CallFailure not-found */
export async function previewMoves(
  context: EngineContext,
  moves: readonly { case: string; branch: string }[],
): Promise<PlannedMove[]> {
  const known = await knownCases(
    context,
    moves.map((move) => move.case),
  );
  const chosen = new Map(
    moves.map((move) => [move.case, { ...move, km: null, reason: { key: 'candidate.chosen' } } satisfies Proposal]),
  );
  return plansOf(context, known, chosen);
}

function plansOf(
  context: EngineContext,
  known: readonly Known[],
  proposals: ReadonlyMap<string, Proposal>,
): PlannedMove[] {
  const { policies, calendars } = context;
  const now = context.clock.now();
  return known.flatMap(({ state, incident, own }) => {
    const proposal = proposals.get(state.id);
    if (!proposal) return [];
    const { branch, reason } = proposal;
    const answer = permitted('assign', context.person(), state, own, now, stateOfBranch);
    const stays = state.lead === branch;
    const facts = clockFacts(state, incident);
    const changes = stays ? [] : whatIf(facts, { kind: 'assign', branch }, { policies, calendars, now });
    const refused = stays ? { key: 'failure.already-lead' } : answer.verdict === 'no' ? answer.why : null;
    return [
      {
        case: state.id,
        number: numberOfCase(state),
        place: incident.place?.name ?? null,
        from: state.lead,
        branch,
        km: proposal.km ?? distance(incident, branch),
        reason,
        verdict: refused === null ? answer.verdict : 'no',
        refused,
        changes: changes
          .filter(({ before, after }) => before !== after)
          .map(({ key, before, after }) => ({ key, before, after })),
      },
    ];
  });
}

function distance({ place }: IncidentState, branch: string): number | null {
  const office = branchByCode(branch);
  return place && office ? Math.round(haversine(place.lat, place.lon, office.lat, office.lon)) : null;
}
