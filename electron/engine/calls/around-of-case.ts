import type { CaseAround, PlaceOfCase } from '#shared/contract/view/case-around.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Town } from '#shared/domain/place.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { haversine } from '#shared/geo/haversine.ts';
import { maskName } from './mask.ts';

/** Offices named at each place. */
const NAMED = 2;

/**
 * What stands around a case, as the drawer shows it. Distances are straight lines in km.
 * @param open names are shown as they are
 */
export function aroundOfCase(
  state: CaseState,
  incident: IncidentState,
  geography: Pick<Geography, 'branches' | 'router'>,
  open: boolean,
): CaseAround {
  const last = state.assignments.at(-1);
  const former = state.assignments.at(-2);
  const offered = state.lead !== null && last !== undefined;
  return {
    offer: offered ? { since: last.from.ms, acceptedAt: last.acknowledged?.ms ?? null } : null,
    declined:
      state.lead === null && last?.declined
        ? { branch: last.branch, reason: last.declined.reason, at: last.declined.ms }
        : null,
    former: offered && former ? { branch: former.branch, at: last.from.ms } : null,
    assist: [...state.assist],
    places: [
      placeOf('incident', incident.place, state.lead, geography),
      placeOf('kin', state.places?.kin ?? null, state.lead, geography),
      placeOf('employer', state.places?.employer ?? null, state.lead, geography),
    ].flat(),
    schemes: [...(state.schemes ?? [])],
    payees: (state.payees ?? []).map(({ id, relation, name }) => ({
      id,
      relation,
      name: name === null || open ? name : maskName(name),
    })),
    complaints: (state.complaints ?? []).map(({ id, at, acknowledged }) => ({
      id,
      at: at.ms,
      acknowledgedAt: acknowledged?.ms ?? null,
    })),
  };
}

function placeOf(
  of: PlaceOfCase['of'],
  place: Town | null,
  lead: string | null,
  { branches, router }: Pick<Geography, 'branches' | 'router'>,
): PlaceOfCase[] {
  if (place === null) return [];
  const office = branches.find(({ code }) => code === lead);
  const route = router.route(place);
  const routed = branches.find(({ code }) => code === route.branch);
  const km = (to: { lat: number; lon: number }) => Math.round(haversine(place.lat, place.lon, to.lat, to.lon));
  const nearest = [
    ...(routed ? [{ branch: routed.code, km: km(routed) }] : []),
    ...route.alternatives.map((one) => ({ branch: one.branch, km: Math.round(one.km) })),
  ];
  return [
    {
      of,
      name: place.name,
      state: place.state,
      lat: place.lat,
      lon: place.lon,
      leadKm: office ? km(office) : null,
      nearest: nearest.slice(0, NAMED),
    },
  ];
}
