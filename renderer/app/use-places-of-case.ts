import { useEffect, useMemo, useState } from 'react';
import type { PlacesOfCase } from '#renderer/map/paint-around.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { haversine } from '#shared/geo/haversine.ts';
import { useDesk } from './desk-context.ts';

/** A place the incident may have been at instead is drawn up to here; one beyond is another reading of the name. */
const NEAR_KM = 150;

/** Where the case that is open plays, for the map; null while none is open or its places are not known. */
export function usePlacesOfCase(caseId: string | null): PlacesOfCase | null {
  const say = useSay();
  const { watchCase } = useDesk();
  const [detail, setDetail] = useState<CaseDetail | null>(null);
  useEffect(() => {
    setDetail(null);
    if (caseId !== null) return watchCase(caseId, setDetail);
  }, [watchCase, caseId]);
  return useMemo(() => {
    const place = detail?.place;
    if (!detail || !place) return null;
    const others = detail.alternatives.filter((one) => {
      const km = haversine(place.lat, place.lon, one.lat, one.lon);
      return km > 1 && km <= NEAR_KM;
    });
    const linked = detail.around.places.flatMap((one) =>
      one.of === 'incident'
        ? []
        : [{ lat: one.lat, lon: one.lon, words: `${say(`around.place.${one.of}`)} ${one.name}` }],
    );
    return { incident: place, others, linked };
  }, [detail, say]);
}
