import L from 'leaflet';
import { loadPeer } from './load-peer.mjs';
import { plainMap } from './plain-map.mjs';
import { urgencyOf } from './urgency.mjs';

/** leaflet.markercluster as its pages show it: a marker an incident, added in one call. */
export async function open(place) {
  window.L = L;
  await loadPeer('leaflet.markercluster/dist/leaflet.markercluster.js');
  const map = plainMap(place);
  let group = null;
  return {
    show(rows) {
      const now = Date.now();
      group?.remove();
      group = L.markerClusterGroup({ animate: false });
      const icons = Object.fromEntries(
        ['missed', 'warned', 'running'].map((name) => [name, L.divIcon({ className: name, html: '1' })]),
      );
      group.addLayers(rows.map((row) => L.marker([row.lat, row.lon], { icon: icons[urgencyOf(row, now)] })));
      map.addLayer(group);
    },
    /** It draws while it is handed the rows. */
    watch: () => Promise.resolve(),
  };
}
