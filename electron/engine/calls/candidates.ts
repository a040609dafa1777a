import type { EngineContext } from '#engine/engine-context.ts';
import { loadOfBranches } from '#engine/store/counts.ts';
import { dutiesAt } from '#engine/store/duty-people.ts';
import { loadCases } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { SUPPOSED, suppose } from '#shared/clocks/what-if.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';
import { declinedOffices } from '#shared/domain/declined-offices.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Place, Town } from '#shared/domain/place.ts';
import { stateOfBranch } from '#shared/geo/branches.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { suggestOffice } from './suggest-office.ts';

/** Nearest offices shown beside the suggested one. */
const NEAREST = 4;
/** Clocks a card tells, the first that still run. */
const GHOSTS = [
  'kpi.acknowledgement',
  'kpi.same-day-action',
  'kpi.family-contact',
  'kpi.eligibility',
  'kpi.first-payment',
];
const TOLD = 3;

interface Option {
  branch: string;
  km: number | null;
  suggested: boolean;
  reason: MessageRef;
}

/**
 * The offices that could take these cases: the suggested one, the nearest, the state office, the one now aimed at and,
 * last, those that declined; each with its load, whether the drop is allowed, and the times it would promise.
 * @throws CallFailure not-found
 */
export async function candidatesFor(
  context: EngineContext,
  ids: readonly string[],
  aimed: string | undefined,
): Promise<Candidate[]> {
  const db = context.ledger.reader;
  const found = await loadCases(db, ids);
  const cases = ids.flatMap((id) => found.get(id) ?? []);
  const first = cases[0];
  if (!first || cases.length < new Set(ids).size)
    throw new CallFailure('not-found', { key: 'failure.not-found' }, 'cases');
  const shown = await loadShown(
    db,
    cases.map((one) => one.incident),
  );
  const incident = shown.get(first.incident)?.incident ?? null;
  // Rights rest on each case's own incident.
  const incidents = new Map([...shown.values()].flatMap(({ members }) => members.map((one) => [one.id, one])));
  const declined = new Map(cases.flatMap((one) => [...declinedOffices(one)]));
  const wanted = cases.flatMap((one) => {
    const branch = shown.get(one.incident)?.incident.suggested?.branch;
    return branch === undefined || declinedOffices(one).has(branch) ? [] : [{ lead: one.lead, branch }];
  });
  const options = optionsFor(context, { incident, aimed, heirs: heirsOf(cases), declined });
  const now = context.clock.now();
  const loads = await loadOfBranches(
    db,
    options.map((one) => one.branch),
    now,
  );
  const squads = (await dutiesAt(db, now)).filter(({ level }) => level === 'squad');
  return options.map((option) => {
    const { verdict, refused } = verdictOn(context, cases, incidents, option.branch);
    const declinedAt = declined.get(option.branch);
    const owed =
      declinedAt !== undefined || wanted.some((one) => one.lead !== option.branch && one.branch !== option.branch);
    const load = loads.get(option.branch) ?? { active: 0, late: 0 };
    const duty = squads.filter(({ area }) => area.kind === 'branch' && area.branch === option.branch);
    const ghosts = incident ? ghostClocks(context, clockFacts(first, incident), option.branch, now) : [];
    return {
      ...option,
      ...load,
      duty: duty.map(({ name }) => name),
      refused,
      // It said no, or another was suggested: to choose it all the same is possible, and wants a reason.
      verdict: owed && verdict === 'yes' ? 'with-reason' : verdict,
      ...(declinedAt === undefined ? {} : { declinedAt }),
      ghosts,
    };
  });
}

interface Wanted {
  incident: IncidentState | null;
  aimed: string | undefined;
  heirs: Town | null;
  /** Offices that declined one of the cases, with when. */
  declined: ReadonlyMap<string, number>;
}

/** Where the heirs of these cases live, where all of them live in one town; null otherwise. */
function heirsOf(cases: readonly CaseState[]): Town | null {
  const first = cases[0]?.places?.kin;
  return first && cases.every(({ places }) => places?.kin?.name === first.name) ? first : null;
}

function optionsFor(context: EngineContext, { incident, aimed, heirs, declined }: Wanted): Option[] {
  const { branches, router } = context.geography;
  const options = new Map<string, Option>();
  const add = (option: Option) => {
    if (!options.has(option.branch)) options.set(option.branch, option);
  };
  const place: Place | null = incident?.place ?? null;
  const route = place ? router.route(place) : null;
  const km = new Map(route?.alternatives.map((one) => [one.branch, one.km]));
  const ownKm = route?.reason.params.km;
  if (route) km.set(route.branch, ownKm?.t === 'km' ? ownKm.v : 0);
  const suggestion = suggestOffice(incident, route, declined);
  if (suggestion) {
    add({
      branch: suggestion.branch,
      km: km.get(suggestion.branch) ?? null,
      suggested: true,
      reason: suggestion.reason,
    });
  }
  const near = (branch: string): Option => {
    const distance = km.get(branch) ?? null;
    const reason: MessageRef =
      distance === null
        ? { key: 'candidate.chosen' }
        : { key: 'candidate.near', params: { km: { t: 'km', v: distance } } };
    return { branch, km: distance, suggested: false, reason };
  };
  if (heirs !== null) {
    // Nearest to the incident is not always the branch that acts.
    const theirs = router.route(heirs);
    const from = theirs.reason.params.km;
    const params = { town: { t: 'text', v: heirs.name }, km: { t: 'km', v: from?.t === 'km' ? from.v : 0 } } as const;
    add({ ...near(theirs.branch), reason: { key: 'candidate.heirs', params } });
  }
  if (route) {
    const nearest = [route.branch, ...route.alternatives.map((one) => one.branch)].sort(
      (a, b) => (km.get(a) ?? 0) - (km.get(b) ?? 0),
    );
    for (const branch of nearest.slice(0, NEAREST)) add(near(branch));
    const state = branches.find((one) => one.code === route.branch)?.state ?? '';
    const office = branches.find((one) => one.role === 'state office' && one.state === state);
    if (office) {
      const distance = km.get(office.code) ?? null;
      const params = { state: { t: 'text', v: state }, km: { t: 'km', v: distance ?? 0 } } as const;
      add(
        distance === null
          ? near(office.code)
          : { ...near(office.code), reason: { key: 'candidate.state-office', params } },
      );
    }
  }
  if (aimed !== undefined && branches.some((one) => one.code === aimed)) add(near(aimed));
  for (const branch of declined.keys()) add(near(branch));
  return [...options.values()].sort((a, b) => Number(declined.has(a.branch)) - Number(declined.has(b.branch)));
}

/** The strictest answer of all cases; refused as well when the branch already leads every one of them. */
function verdictOn(
  context: EngineContext,
  cases: readonly CaseState[],
  incidents: ReadonlyMap<string, IncidentState>,
  branch: string,
): Pick<Candidate, 'verdict' | 'refused'> {
  if (cases.every((one) => one.lead === branch)) return { verdict: 'no', refused: { key: 'failure.already-lead' } };
  let verdict: Candidate['verdict'] = 'yes';
  for (const one of cases) {
    if (one.lead === branch) continue;
    const answer = permitted(
      'assign',
      context.person(),
      one,
      incidents.get(one.incident) ?? null,
      undefined,
      stateOfBranch,
    );
    if (answer.verdict === 'no') return { verdict: 'no', refused: answer.why ?? { key: 'failure.not-allowed' } };
    if (answer.verdict === 'with-reason') verdict = 'with-reason';
  }
  return { verdict, refused: null };
}

/** The clocks as they would run if the case were assigned to this branch at this moment. */
function ghostClocks(context: EngineContext, facts: ClockFacts, branch: string, now: number): Candidate['ghosts'] {
  return clocksOf(suppose(facts, { kind: 'assign', branch }, now), context.policies, now, context.calendars)
    .filter((clock) => GHOSTS.includes(clock.key) && clock.stoppedAt === null)
    .filter((clock) => clock.key !== 'kpi.acknowledgement' || clock.subject.id === SUPPOSED)
    .sort((a, b) => GHOSTS.indexOf(a.key) - GHOSTS.indexOf(b.key))
    .slice(0, TOLD)
    .map(slimClock)
    .map(({ key, due, warnAt }) => ({ key, due, warnAt }));
}
