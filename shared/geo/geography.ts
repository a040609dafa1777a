import type { Branch } from '#shared/domain/branch.ts';
import { branches } from './branches.ts';
import { districtOverrides } from './district-overrides.ts';
import { loadGazetteer } from './gazetteer.ts';
import { kmMarkers } from './km-markers.ts';
import { createLocator, type Locator } from './locate.ts';
import { mapTopology } from './map-topology.ts';
import { createNearestPlace, type NearestPlace } from './nearest-place.ts';
import { createPlaceSearch, type PlaceSearch } from './place-search.ts';
import { createPublicPlace, type PublicPlace } from './public-place.ts';
import { createPlaceReader, type PlaceReader } from './read-place.ts';
import { createRouter, type Router } from './route-to-branch.ts';
import { states } from './states.ts';

export interface Geography {
  readonly router: Router;
  readonly places: PlaceReader;
  readonly search: PlaceSearch;
  readonly locator: Locator;
  readonly nearest: NearestPlace;
  readonly publicPlace: PublicPlace;
  readonly branches: readonly Branch[];
}

/** Builds everything geographic from the committed data (well under a second): call once per process. */
export function loadGeography(): Geography {
  const gazetteer = loadGazetteer();
  const locator = createLocator(mapTopology);
  const nearest = createNearestPlace(gazetteer);
  return {
    router: createRouter({
      branches,
      districts: districtOverrides,
      postcodes: new Map(),
      locator,
      nearest,
    }),
    places: createPlaceReader({ places: gazetteer, states, kmMarkers }),
    search: createPlaceSearch(gazetteer),
    locator,
    nearest,
    publicPlace: createPublicPlace(gazetteer, nearest, locator.stateAt),
    branches,
  };
}
