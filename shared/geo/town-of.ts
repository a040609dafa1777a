import type { Place, Town } from '#shared/domain/place.ts';

const hundredths = (degrees: number) => Math.round(degrees * 100) / 100;

/** A place said no nearer than its town: what may be told of where heirs or an employer are. */
export function townOf({ name, state, district, lat, lon }: Place): Town {
  return {
    name: name.slice(0, 80),
    state,
    ...(district === undefined ? {} : { district }),
    lat: hundredths(lat),
    lon: hundredths(lon),
  };
}
