import L from 'leaflet';
import 'leaflet/dist/leaflet.css';

/** A Leaflet map of all Malaysia, set as the desk's own are. */
export function plainMap(place) {
  const map = L.map(place, {
    zoomSnap: 0,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 180,
    wheelDebounceTime: 20,
    minZoom: 3,
    maxZoom: 13,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    inertia: true,
  });
  map.fitBounds([
    [0.8, 99.5],
    [7.4, 119.4],
  ]);
  return map;
}
