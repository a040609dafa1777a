import { branchByCode } from '#shared/geo/branches.ts';
import { say, sayKey } from '#shared/text/say.ts';
import { offer, scrollFrames, untilDrawn } from './page-clock.mjs';
import { queueRows } from './queue-rows.mjs';

// Frozen. The same rows in arrays of numbers, the same order and words, a window of plain elements over them.
const ROW = 32;
const HEAD = 24;
const SPARE = 8;
const GROUPS = ['missed', 'warned', 'running', 'paused', 'met'];

function open(count) {
  const now = Date.now();
  const rows = queueRows(count, now);
  const box = document.getElementById('queue');
  box.className = 'list';
  const tall = document.createElement('div');
  tall.className = 'tall';
  box.append(tall);

  const group = new Uint8Array(count);
  const left = new Float64Array(count);
  const where = new Uint32Array(count);
  const leading = Array.from({ length: count }, () => null);
  let order = new Uint32Array(0);
  let heads = [];
  let texts = null;

  const judge = () => {
    for (let at = 0; at < count; at++) {
      let best = 4;
      let due = 0;
      for (const clock of rows[at].clocks) {
        if (clock.stoppedAt !== null) continue;
        const kind = clock.pausedSince !== null ? 3 : now > clock.due ? 0 : now >= clock.warnAt ? 1 : 2;
        const rest = clock.due - (clock.pausedSince ?? now);
        if (kind < best || (kind === best && rest < due)) {
          best = kind;
          due = rest;
          leading[at] = clock;
        }
      }
      group[at] = best;
      left[at] = due;
    }
  };
  const rankPlaces = () => {
    const collator = new Intl.Collator('ms', { numeric: true, sensitivity: 'base' });
    const names = rows.map((row) => `${row.state}\n${row.place}`);
    const sorted = [...new Set(names)].sort(collator.compare);
    const ranks = new Map(sorted.map((name, rank) => [name, rank]));
    for (let at = 0; at < count; at++) where[at] = ranks.get(names[at]);
  };
  const arrange = (by, among) => {
    order = among;
    order.sort(
      (a, b) =>
        group[a] - group[b] || by(a, b) || left[a] - left[b] || rows[a].receivedAt - rows[b].receivedAt || a - b,
    );
    heads = [];
    let top = 0;
    for (let line = 0; line < order.length; line++) {
      const kind = group[order[line]];
      if (heads.length === 0 || heads.at(-1).kind !== kind) {
        heads.push({ kind, from: line, top, count: 0 });
        top += HEAD;
      }
      heads.at(-1).count += 1;
      top += ROW;
    }
    tall.style.height = `${top}px`;
    draw();
  };

  const pool = new Map();
  const cells = ['clock', 'number', 'what', 'where', 'lead', 'source'];
  const make = () => {
    const row = document.createElement('div');
    row.className = 'row';
    row.cells = cells.map((name) => {
      const cell = document.createElement('span');
      cell.className = name;
      row.append(cell);
      return cell;
    });
    tall.append(row);
    return row;
  };
  const told = (ms) => {
    const minutes = Math.floor(Math.abs(ms) / 60_000);
    return `${ms < 0 ? '-' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  };
  const draw = () => {
    const from = box.scrollTop - SPARE * ROW;
    const to = box.scrollTop + box.clientHeight + SPARE * ROW;
    const seen = new Set();
    for (let one = 0; one < heads.length; one++) {
      const { from: first, top, count: many, kind } = heads[one];
      const start = top + HEAD;
      if (start + many * ROW < from || start > to) continue;
      let head = pool.get(`head ${kind}`);
      if (!head) {
        head = document.createElement('div');
        head.className = 'head';
        tall.append(head);
        pool.set(`head ${kind}`, head);
      }
      head.textContent = `${say('ms', `queue.group.${GROUPS[kind]}`)} ${many}`;
      head.style.transform = `translateY(${top}px)`;
      seen.add(`head ${kind}`);
      const low = Math.max(0, Math.floor((from - start) / ROW));
      const high = Math.min(many - 1, Math.ceil((to - start) / ROW));
      for (let line = first + low; line <= first + high; line++) {
        const at = order[line];
        seen.add(at);
        let row = pool.get(at);
        if (!row) {
          row = make();
          pool.set(at, row);
          const { number, kind: what, severity, place, state, lead, source } = rows[at];
          const [clock, no, said, there, branch, from] = row.cells;
          clock.textContent = `${told(left[at])} ${sayKey('ms', `clock.name.${leading[at]?.key}`)}`;
          no.textContent = number.slice(5);
          said.textContent = `${sayKey('ms', `severity.${severity}`)} ${sayKey('ms', `kind.short.${what}`)}`;
          there.textContent = `${place} ${state}`;
          branch.textContent = lead ?? say('ms', 'queue.unassigned');
          from.textContent = sayKey('ms', `source.${source}`);
        }
        row.style.transform = `translateY(${start + (line - first) * ROW}px)`;
      }
    }
    for (const [key, element] of pool) {
      if (seen.has(key)) continue;
      element.remove();
      pool.delete(key);
    }
  };
  box.addEventListener('scroll', draw, { passive: true });
  const all = () => Uint32Array.from({ length: count }, (_, at) => at);
  const fold = (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const textOf = ({ number, place, state, kind, severity, lead }) =>
    fold(
      [
        number,
        place,
        state,
        sayKey('ms', `kind.${kind}`),
        sayKey('ms', `kind.short.${kind}`),
        sayKey('ms', `severity.${severity}`),
        lead ?? say('ms', 'queue.unassigned'),
        lead ? (branchByCode(lead)?.short ?? '') : '',
      ].join(' '),
    );
  const still = () => 0;
  let by = still;
  offer({
    mount: () =>
      untilDrawn(() => {
        judge();
        arrange(still, all());
      }),
    sort: (descending) =>
      untilDrawn(() => {
        rankPlaces();
        by = descending ? (a, b) => where[b] - where[a] : (a, b) => where[a] - where[b];
        arrange(by, order);
      }),
    filter: (words) =>
      untilDrawn(() => {
        texts ??= rows.map(textOf);
        const wanted = fold(words).split(' ').filter(Boolean);
        const among = all().filter((at) => wanted.every((word) => texts[at].includes(word)));
        arrange(by, among);
      }),
    shown: () => order.length,
    drawn: () => document.querySelectorAll('.row').length,
    first: () => [...pool.values()].map((one) => one.cells?.[3].textContent).find(Boolean) ?? '',
    scroll: (ms, step) => scrollFrames(box, ms, step),
  });
}

window.open100k = open;
