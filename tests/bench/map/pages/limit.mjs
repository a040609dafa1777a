// The limit, frozen: Leaflet, supercluster with the reds of each cluster counted, one canvas drawn when the map stands.
import L from 'leaflet';
import { loadPeer } from './load-peer.mjs';
import { watchNumbers } from './numbers.mjs';
import { plainMap } from './plain-map.mjs';
import { urgencyOf } from './urgency.mjs';

const COLOURS = { missed: '#d24a3f', warned: '#d9a520', running: '#4a7fa5' };

export async function open(place) {
  await loadPeer('supercluster/dist/supercluster.min.js');
  const map = plainMap(place);
  const canvas = document.createElement('canvas');
  map.getPanes().overlayPane.append(canvas);
  const ctx = canvas.getContext('2d');
  let index = null;
  const circle = (x, y, radius, colour, text) => {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = '#fff';
    ctx.fillText(text, x, y);
  };
  const paint = () => {
    const size = map.getSize();
    [canvas.width, canvas.height] = [size.x, size.y];
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    if (index === null) return;
    ctx.font = '600 12px sans-serif';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    for (const { geometry, properties } of index.getClusters(box, Math.round(map.getZoom()))) {
      const [lon, lat] = geometry.coordinates;
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      if (!properties.cluster) circle(x, y, 10, COLOURS[properties.urgency], 1);
      else {
        circle(x, y, 15, '#333', properties.point_count);
        if (properties.reds > 0) circle(x + 12, y - 12, 7, COLOURS.missed, properties.reds);
      }
    }
  };
  map.on('moveend zoomend resize', paint);
  return {
    show(rows) {
      const now = Date.now();
      index = new window.Supercluster({
        radius: 40,
        extent: 256,
        maxZoom: 13,
        map: ({ urgency }) => ({ reds: urgency === 'missed' ? 1 : 0 }),
        reduce: (sum, one) => {
          sum.reds += one.reds;
        },
      });
      index.load(
        rows.map((row) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
          properties: { id: row.incident, urgency: urgencyOf(row, now) },
        })),
      );
      paint();
    },
    watch: watchNumbers,
  };
}
