import type { DeskClock } from '#renderer/app/desk-clock.ts';
import type { Carried } from '#renderer/app/desk-context.ts';
import type { Goal } from '#renderer/app/store/find-goal.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { PlacesOfCase } from './paint-around.ts';

/**
 * What the map is given and what it tells; it knows neither the desk's store nor the engine. To feed it any number of
 * cases, render `MapStage` with another array of `rows` each time: a row that did not change must be the same object, then
 * a change costs what changed. It needs a `SpeechContext` around it and a parent with a size, and nothing else.
 */
export interface MapStageProps {
  /** The cases that queue and map both show. */
  rows: readonly QueueRow[];
  clock: DeskClock;
  lang: 'ms' | 'en';
  theme: 'dark' | 'light' | 'hc';
  tileUrl: string | null;
  selectedCase: string | null;
  /** Where the selected case plays. */
  places: PlacesOfCase | null;
  /** Cases picked to be moved together. */
  marked: ReadonlySet<string>;
  hoveredBranch: string | null;
  /** Where the camera was asked to go. */
  goal: Goal | null;
  carried: Carried | null;
  candidates: readonly Candidate[];
  /** Active and late cases by branch code, and who is on duty once that is known, for the tip of a catchment. */
  loads: ReadonlyMap<string, { active: number; late: number; duty?: readonly string[] }>;
  onSelect(caseId: string | null): void;
  /** Opens the way to assign what is picked. */
  onAssign(): void;
  onMark(cases: readonly string[], how: 'add' | 'toggle' | 'only'): void;
  onHoverBranch(code: string | null): void;
  /** What was asked for has been shown for long enough. */
  onGoalOver(): void;
  onCarry(cases: readonly string[], via: 'drag' | 'keys'): void;
  onAim(branch: string | null): void;
  onDrop(branch: string): void;
  onLetGo(): void;
  /** What is in hand and will be assigned, at this moment. */
  inHand(): readonly string[];
  /** Opens a second desk to drag cases to and from. */
  onSecond(): void;
  /** A right click or the menu key on a pin. */
  onMenu(caseId: string, at: { x: number; y: number }): void;
}
