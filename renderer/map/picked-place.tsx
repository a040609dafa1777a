import { urgencyOf } from '#shared/clocks/urgency.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { MapStageProps } from './map-stage-props.ts';
import { PickedBar } from './picked-bar.tsx';
import type { StageLayout } from './stage-layout.ts';

/** The bar of what is picked, over the sea. */
export function PickedPlace(props: MapStageProps & { layout: StageLayout; marks: readonly QueueRow[] }) {
  const { layout, marks, rows, clock, selectedCase } = props;
  const now = clock.now();
  const late = marks.filter(({ clocks }) => clocks.some((clock) => urgencyOf(clock, now) === 'missed')).length;
  const state = (rows.find((row) => row.case === selectedCase) ?? marks[0])?.state ?? null;
  const there = rows.filter((row) => row.state === state && row.status !== 'closed');
  const { borneo } = layout;
  return (
    <div className="map-picked-place" style={borneo ? { left: 12, top: borneo.y + 36 } : { right: 12, top: 76 }}>
      <PickedBar
        count={marks.length}
        late={late}
        state={there.every((row) => props.marked.has(row.case)) ? null : state}
        onAssign={props.onAssign}
        onState={() =>
          props.onMark(
            there.map((row) => row.case),
            'add',
          )
        }
        onClear={() => props.onMark([], 'only')}
      />
    </div>
  );
}
