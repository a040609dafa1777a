import { sayKey } from '#shared/text/say.ts';
import { openGrid } from '#tests/bench/peers/ag-grid.mjs';
import { offer, scrollFrames, untilDrawn } from './page-clock.mjs';
import { queueRows } from './queue-rows.mjs';

/** AG Grid community as its guide says: rows as they come, text columns, its own quick filter with its cache. */
function open(count) {
  const now = Date.now();
  const rows = queueRows(count, now);
  const box = document.getElementById('queue');
  const due = ({ data }) => Math.min(...data.clocks.map((clock) => clock.due)) - now;
  let api = null;
  offer({
    mount: () =>
      untilDrawn(
        () =>
          new Promise((resolve) => {
            api = openGrid(box, {
              rowData: rows,
              rowHeight: 32,
              cacheQuickFilter: true,
              animateRows: false,
              columnDefs: [
                { colId: 'clock', headerName: 'Jam', width: 132, sort: 'asc', valueGetter: due },
                { field: 'number', headerName: 'No.', width: 90 },
                {
                  colId: 'what',
                  width: 150,
                  valueGetter: ({ data }) =>
                    `${sayKey('ms', `severity.${data.severity}`)} ${sayKey('ms', `kind.short.${data.kind}`)}`,
                },
                { colId: 'where', width: 150, valueGetter: ({ data }) => `${data.state} ${data.place}` },
                { field: 'lead', width: 64 },
                { field: 'source', width: 64 },
              ],
              onFirstDataRendered: () => resolve(),
            });
          }),
      ),
    sort: (descending) =>
      untilDrawn(() =>
        api.applyColumnState({
          state: [{ colId: 'where', sort: descending ? 'desc' : 'asc' }],
          defaultState: { sort: null },
        }),
      ),
    filter: (words) => untilDrawn(() => api.setGridOption('quickFilterText', words)),
    shown: () => api.getDisplayedRowCount(),
    drawn: () => document.querySelectorAll('.ag-row').length,
    first: () => document.querySelector('.ag-row [col-id="where"]')?.textContent ?? '',
    scroll: (ms, step) =>
      scrollFrames(document.querySelector('.ag-body-viewport, .ag-grid-viewport, .ag-body'), ms, step),
  });
}

window.open100k = open;
