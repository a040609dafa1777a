import type { Branch } from '#shared/domain/branch.ts';
import type { MessageParam, MessageRef } from '#shared/domain/message-ref.ts';
import type { DistrictOverride } from './district-overrides.ts';
import { haversine } from './haversine.ts';
import type { Locator } from './locate.ts';
import type { NearestPlace } from './nearest-place.ts';

/** Where something happened. Degrees are WGS 84; a named state beats the map, whose lines are off by up to 2 km. */
export interface RouteInput {
  readonly lat: number;
  readonly lon: number;
  readonly state?: string | undefined;
  readonly district?: string | undefined;
  readonly postcode?: string | undefined;
}

export type RouteReasonKey =
  | 'route.postcode'
  | 'route.district'
  | 'route.district-nearby'
  | 'route.federal-territory'
  | 'route.nearest-on-landmass'
  | 'route.nearest-in-state'
  | 'route.nearest';

/**
 * Why a branch was chosen. `km` (straight line) is always there; `postcode`, `district` or `state` by the key:
 * route.postcode, route.district, route.district-nearby (with the `place` whose district it is), and route.federal-territory and route.nearest-…-state and -landmass respectively.
 */
export interface RouteReason extends MessageRef {
  readonly key: RouteReasonKey;
  readonly params: Record<string, MessageParam>;
}

export interface RouteAlternative {
  readonly branch: string;
  readonly km: number;
}

export interface Route {
  readonly branch: string;
  readonly reason: RouteReason;
  /** Up to five others, nearest first, those of the same state before all others. */
  readonly alternatives: readonly RouteAlternative[];
}

export interface RouterData {
  readonly branches: readonly Branch[];
  readonly districts: readonly DistrictOverride[];
  /** Postcode → branch code; empty until PERKESO supplies its table. */
  readonly postcodes: ReadonlyMap<string, string>;
  readonly locator: Pick<Locator, 'locate' | 'landmassAt'>;
  /** Lends a position that names no district that of the nearest place of its state; without it none is lent. */
  readonly nearest?: Pick<NearestPlace, 'near'>;
}

export interface Router {
  /** The branch that should act, why, and the others. Never the headquarters. Throws RangeError on non-finite input. */
  route(input: RouteInput): Route;
}

/** Federal territories whose cases belong to one office wherever they happen. */
const TERRITORY_BRANCH: Readonly<Record<string, string>> = {
  'Kuala Lumpur': 'KUL',
  Putrajaya: 'KUL',
  Labuan: 'LBN',
};

/** Within this the nearest place's district is taken for a position's own, km. */
const SAME_DISTRICT_KM = 15;

const districtKey = (state: string, district: string) => `${state}|${district}`.toLowerCase();
function nearestOf(ranked: readonly RouteAlternative[]): string {
  const best = ranked[0];
  if (best === undefined) throw new RangeError('route: there are no branches');
  return best.branch;
}

const round = (km: number) => Math.round(km * 10) / 10;

/** Builds the router; landmasses of the offices are looked up once here. */
export function createRouter(data: RouterData): Router {
  const offices = data.branches.filter((branch) => branch.role !== 'headquarters');
  const landmasses = new Map(offices.map((office) => [office.code, data.locator.landmassAt(office.lat, office.lon)]));
  const byDistrict = new Map(data.districts.map((row) => [districtKey(row.state, row.district), row.branch]));
  const overridden = new Set<string>(data.districts.map((row) => row.state));
  const known = new Set(offices.map((office) => office.code));
  const stateOf = new Map(offices.map((office) => [office.code, office.state]));

  function choose(input: RouteInput, ranked: readonly RouteAlternative[]): Pick<Route, 'branch' | 'reason'> {
    const because = (branch: string, key: RouteReasonKey, params: Record<string, MessageParam> = {}) => {
      const km = ranked.find((row) => row.branch === branch)?.km ?? 0;
      return {
        branch,
        reason: { key, params: { ...params, km: { t: 'km', v: km } as const } },
      };
    };
    const text = (v: string) => ({ t: 'text', v }) as const;

    const byPostcode = data.postcodes.get(input.postcode ?? '');
    if (byPostcode !== undefined && known.has(byPostcode)) {
      return because(byPostcode, 'route.postcode', {
        postcode: text(input.postcode ?? ''),
      });
    }
    const located = data.locator.locate(input.lat, input.lon);
    const state = input.state ?? located?.state;
    if (state === undefined) return because(nearestOf(ranked), 'route.nearest');
    const district = input.district ?? '';
    const byTable = byDistrict.get(districtKey(state, district));
    if (byTable !== undefined && known.has(byTable)) {
      return because(byTable, 'route.district', { district: text(district) });
    }
    const lender =
      district === '' && overridden.has(state)
        ? (data.nearest?.near(
            input,
            SAME_DISTRICT_KM,
            (place) => place.state === state && place.district !== undefined,
          ) ?? null)
        : null;
    const lent = lender?.place.district ?? '';
    const byLent = byDistrict.get(districtKey(state, lent));
    if (lender !== null && byLent !== undefined && known.has(byLent)) {
      return because(byLent, 'route.district-nearby', { district: text(lent), place: text(lender.place.name) });
    }
    const territory = TERRITORY_BRANCH[state];
    if (territory !== undefined && known.has(territory)) {
      return because(territory, 'route.federal-territory', {
        state: text(state),
      });
    }
    const inState = ranked.filter((row) => stateOf.get(row.branch) === state);
    const here = inState.filter((row) => located !== null && landmasses.get(row.branch) === located.landmass);
    if (inState.length === 0) return because(nearestOf(ranked), 'route.nearest');
    const narrowed = here.length > 0 && here.length < inState.length;
    const key = narrowed ? 'route.nearest-on-landmass' : 'route.nearest-in-state';
    return because(nearestOf(here.length > 0 ? here : inState), key, {
      state: text(state),
    });
  }

  return {
    route(input) {
      if (!Number.isFinite(input.lat) || !Number.isFinite(input.lon)) throw new RangeError('route: not a position');
      const exact = offices
        .map((office) => ({
          office,
          km: haversine(input.lat, input.lon, office.lat, office.lon),
        }))
        .sort((a, b) => a.km - b.km || (a.office.code < b.office.code ? -1 : 1));
      const ranked = exact.map(({ office, km }) => ({
        branch: office.code,
        km: round(km),
      }));
      const chosen = choose(input, ranked);
      const state = exact.find(({ office }) => office.code === chosen.branch)?.office.state;
      const same = exact.filter(({ office }) => office.state === state);
      const others = exact.filter(({ office }) => office.state !== state);
      const alternatives = [...same, ...others]
        .filter(({ office }) => office.code !== chosen.branch)
        .slice(0, 5)
        .map(({ office, km }) => ({ branch: office.code, km: round(km) }));
      return { ...chosen, alternatives };
    },
  };
}
