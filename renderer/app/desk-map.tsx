import { useDeferredValue, useMemo } from 'react';
import { MapStage } from '#renderer/map/map-stage.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branches } from '#shared/geo/branches.ts';
import { useDesk } from './desk-context.ts';
import { openSecondDesk } from './open-second-desk.ts';
import { tilesUnder } from './tiles-under.ts';
import { useDuty } from './use-duty.ts';
import { usePicture } from './use-picture.ts';
import { usePlacesOfCase } from './use-places-of-case.ts';
import './desk-map.css';

const NO_CANDIDATES: readonly Candidate[] = [];
const NO_LOADS: ReadonlyMap<string, { active: number; late: number }> = new Map();

/** The stage of the desk: the same cases as the queue, on the map. */
export function DeskMap() {
  const say = useSay();
  const { clock, shell, verbs, picture: now } = useDesk();
  const shown = usePicture((picture) => picture.board?.shown ?? null);
  const loads = usePicture((picture) => picture.board?.loads ?? NO_LOADS);
  const theme = usePicture((picture) => picture.session.theme);
  const tileUrl = usePicture(({ session }) => tilesUnder(session, shell.tiles));
  const tiles = usePicture(({ session }) => session.tiles);
  const selectedCase = usePicture((picture) => picture.selectedCase);
  const places = usePlacesOfCase(selectedCase);
  const marked = usePicture((picture) => picture.marked);
  const hoveredBranch = usePicture((picture) => picture.hoveredBranch);
  const goal = usePicture((picture) => picture.goal);
  const carried = usePicture((picture) => picture.carried);
  const duty = useDuty(hoveredBranch !== null);
  const standings = useMemo(() => {
    if (duty === null) return loads;
    const of = ({ code }: { code: string }) => ({ active: 0, late: 0, ...loads.get(code), duty: duty.get(code) ?? [] });
    return new Map(branches.map((branch) => [branch.code as string, of(branch)]));
  }, [loads, duty]);
  // While somebody types in the search the queue follows each letter; the map draws when there is time.
  const cases = useDeferredValue(shown);
  const rows = useMemo(() => (cases ?? []).map(({ row }) => row), [cases]);
  return (
    <section className="desk-map" data-tiles={tileUrl === null ? undefined : tiles?.look} aria-label={say('desk.map')}>
      <MapStage
        rows={rows}
        clock={clock}
        lang={say.lang}
        theme={theme}
        tileUrl={tileUrl}
        selectedCase={selectedCase}
        marked={marked}
        places={places}
        hoveredBranch={hoveredBranch}
        goal={goal}
        carried={carried}
        candidates={carried?.candidates ?? NO_CANDIDATES}
        loads={standings}
        onSelect={verbs.select}
        onMark={verbs.mark}
        onAssign={() => {
          const [first] = marked;
          if (first === undefined) return;
          verbs.carry([first], 'menu');
          verbs.show('assign');
        }}
        onHoverBranch={verbs.hoverBranch}
        onGoalOver={() => void verbs.goTo(null)}
        onCarry={verbs.carry}
        onAim={verbs.aim}
        onDrop={verbs.drop}
        onLetGo={verbs.letGo}
        inHand={() => now().carried?.ticked ?? []}
        onSecond={() => void openSecondDesk(shell)}
        onMenu={(caseId, at) => verbs.openMenu({ case: caseId, at })}
      />
      {tileUrl === null ? null : <small className="desk-map-credit">{tiles?.credit}</small>}
    </section>
  );
}
