import { urgencyOf } from './urgency.mjs';

/** MapLibre with an empty style and a clustered source; without glyphs, so that no number is written. */
export async function open(place) {
  const base = '/peers/maplibre-gl/dist/maplibre-gl';
  const maplibre = await import(/* @vite-ignore */ `${base}.mjs`);
  const css = document.createElement('link');
  css.rel = 'stylesheet';
  css.href = `${base}.css`;
  document.head.append(css);
  const map = new maplibre.Map({
    container: place,
    attributionControl: false,
    fadeDuration: 0,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: 'sea', type: 'background', paint: { 'background-color': '#111' } }],
    },
    bounds: [99.5, 0.8, 119.4, 7.4],
  });
  await map.once('load');
  const source = (rows) => {
    const now = Date.now();
    const features = rows.map((row) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
      properties: { red: urgencyOf(row, now) === 'missed' ? 1 : 0 },
    }));
    return { type: 'FeatureCollection', features };
  };
  const clusterProperties = { reds: ['+', ['get', 'red']] };
  map.addSource('cases', { type: 'geojson', data: source([]), cluster: true, clusterRadius: 40, clusterProperties });
  const reds = ['case', ['>', ['coalesce', ['get', 'reds'], ['get', 'red']], 0], '#d24a3f', '#4a7fa5'];
  map.addLayer({ id: 'cases', type: 'circle', source: 'cases', paint: { 'circle-radius': 12, 'circle-color': reds } });
  return {
    show: (rows) => map.getSource('cases').setData(source(rows)),
    watch: () =>
      new Promise((resolve) => {
        const look = () => {
          if (map.queryRenderedFeatures({ layers: ['cases'] }).length === 0) return;
          map.off('idle', look);
          resolve();
        };
        map.on('idle', look);
      }),
  };
}
