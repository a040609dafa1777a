import type { DeskPicture } from '#renderer/app/desk-context.ts';

/** The four things a person does here every night, in the order they are met. */
export const FIRST_STEPS = ['choose', 'assign', 'undo', 'keys'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Which step the desk shows to be taken at this moment, or null: steps are taken by doing them, in any order. */
export function stepTaken(
  picture: Pick<DeskPicture, 'selectedCase' | 'lastAct' | 'overlay'>,
  done: readonly FirstStep[],
): FirstStep | null {
  const { selectedCase, lastAct, overlay } = picture;
  if (lastAct?.state === 'undone' && !done.includes('undo')) return 'undo';
  if (lastAct?.state === 'committed' && lastAct.act.kind === 'assign' && !done.includes('assign')) return 'assign';
  if (overlay === 'help' && !done.includes('keys')) return 'keys';
  return selectedCase !== null && !done.includes('choose') ? 'choose' : null;
}

/** The first step still to be taken; null once all four are. */
export function nextStep(done: readonly FirstStep[]): FirstStep | null {
  return FIRST_STEPS.find((step) => !done.includes(step)) ?? null;
}
