import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createDeskClock } from '#renderer/app/desk-clock.ts';
import { MapStage } from '#renderer/map/map-stage.tsx';
import { UiRoot } from '#renderer/ui/ui-root.tsx';
import { watchNumbers } from './numbers.mjs';

const NONE = [];
const NOTHING = new Set();
const NO_LOADS = new Map();
const speech = { lang: 'ms', names: {} };
const clock = createDeskClock();
const still = () => {};

/** The stage as the desk feeds it; what is lifted is carried, what is dropped is let go. */
function Stage({ hands }) {
  const [rows, setRows] = useState(NONE);
  const [selectedCase, select] = useState(null);
  const [carried, setCarried] = useState(null);
  Object.assign(hands, { setRows, select });
  return h(MapStage, {
    rows,
    clock,
    lang: 'ms',
    theme: 'dark',
    tileUrl: null,
    selectedCase,
    marked: NOTHING,
    places: null,
    hoveredBranch: null,
    goal: null,
    carried,
    candidates: NONE,
    loads: NO_LOADS,
    onSelect: still,
    onMark: still,
    onAssign: still,
    onHoverBranch: still,
    onGoalOver: still,
    onCarry: (cases, via) =>
      setCarried({ cases, ticked: cases, incident: 'incident-0', via, candidates: NONE, asked: NONE, target: null }),
    onAim: (target) => setCarried((old) => old && { ...old, target }),
    onDrop: () => setCarried(null),
    onLetGo: () => setCarried(null),
    inHand: () => NONE,
    onSecond: still,
    onMenu: still,
  });
}

export async function open(place) {
  const hands = {};
  createRoot(place).render(h(UiRoot, { speech, theme: 'dark' }, h(Stage, { hands })));
  while (document.querySelectorAll('.map-frame canvas').length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    show: (rows) => hands.setRows(rows),
    watch: watchNumbers,
    /** The pin of one incident, alone since it is selected; null until it is listed. */
    pin() {
      hands.select('case-0');
      const found = [...document.querySelectorAll('button[data-incident="incident-0"][data-x]')];
      const box = found.map((one) => one.getBoundingClientRect()).find(({ width }) => width > 0);
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    },
  };
}
