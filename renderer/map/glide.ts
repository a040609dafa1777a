import type { Map as LeafletMap } from 'leaflet';
import type { HomeView } from './home-view.ts';

/** How long a camera is on its way, ms: as long as a drawer. */
const WAY_MS = 160;

/** A camera on its way, so that what it goes to moves over the screen in a straight line. @param part 0 to 1 */
export function onTheWay(from: HomeView, to: HomeView, part: number): HomeView {
  if (part >= 1) return to;
  const zoom = from.zoom + (to.zoom - from.zoom) * part;
  const gone = (levels: number) => 1 - 2 ** -levels;
  const way = Math.abs(to.zoom - from.zoom) < 1e-6 ? part : gone(zoom - from.zoom) / gone(to.zoom - from.zoom);
  return { lat: from.lat + (to.lat - from.lat) * way, lon: from.lon + (to.lon - from.lon) * way, zoom };
}

/** Takes a map's camera there in a moment, at once where motion is unwanted or nobody looks. @returns a function that stops it on its way */
export function glide(map: LeafletMap, to: HomeView, page: Window = window): () => void {
  const put = ({ lat, lon, zoom }: HomeView) => map.setView([lat, lon], zoom, { animate: false });
  if (page.document.hidden || page.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    put(to);
    return () => {};
  }
  const { lat, lng: lon } = map.getCenter();
  const from = { lat, lon, zoom: map.getZoom() };
  const began = page.performance.now();
  let frame = 0;
  const step = () => {
    const part = Math.min(1, (page.performance.now() - began) / WAY_MS);
    put(onTheWay(from, to, 1 - (1 - part) ** 3));
    if (part < 1) frame = page.requestAnimationFrame(step);
  };
  frame = page.requestAnimationFrame(step);
  return () => page.cancelAnimationFrame(frame);
}
