import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { MapStageProps } from './map-stage-props.ts';
import { PickedBar } from './picked-bar.tsx';
import { isLate } from './picked-late.ts';
import type { StageLayout } from './stage-layout.ts';

/** The bar of what is picked, over the sea. */
export function PickedPlace(props: MapStageProps & { layout: StageLayout; marks: readonly QueueRow[] }) {
  const { layout, marks, rows, clock } = props;
  const now = clock.now();
  const late = marks.filter((row) => isLate(row, now)).length;
  // Of the picked ones, not of the one that is open: and only where they are all of one state.
  const [first] = marks;
  const state = first && marks.every((row) => row.state === first.state) ? first.state : null;
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
