import { URGENCIES, type Urgency } from '#shared/clocks/urgency.ts';

/** Sizes in px that follow from the size of a pin: 18 or 20 on a desk, 46 on a wall. */
export interface MarkSize {
  pin: number;
  cluster: number;
  number: number;
  badgeNumber: number;
  clusterNumber: number;
  label: number;
  branch: number;
}

/** @param pin nominal size of a pin, px. */
export function markSize(pin: number): MarkSize {
  if (pin >= 40) {
    return { pin, cluster: pin * 0.763, number: 30, badgeNumber: 24, clusterNumber: 30, label: 24, branch: 8 };
  }
  return { pin, cluster: pin * 0.833, number: 11, badgeNumber: 10, clusterNumber: 12, label: 11, branch: 6 };
}

/** Radius the shape of an urgency is drawn with: urgent ones at 1.1, calm ones at 0.86 of the size. */
export function shapeRadius(urgency: Urgency, size: MarkSize): number {
  const half = size.pin / 2;
  if (urgency === 'missed') return half * 1.1;
  if (urgency === 'warned') return half * 1.08;
  return half * (urgency === 'running' ? 0.87 : 0.81);
}

/** How far the pin of one incident reaches, px: its shape, and the second outline of one that nobody leads. @param rank of its urgency. */
export function loneReach(rank: number, unassigned: boolean, size: MarkSize): number {
  const urgency = URGENCIES[rank] ?? 'met';
  const stretch = urgency === 'missed' || urgency === 'warned' ? 1.16 : 0.95;
  return shapeRadius(urgency, size) * stretch + (unassigned ? size.pin * 0.17 : 0);
}

/** How far a cluster reaches, px: the badge of an urgent one reaches out a little; most of it lies over empty corners. */
export function clusterReach(urgent: boolean, size: MarkSize): number {
  return size.cluster + (urgent ? size.pin * 0.12 : 0);
}
