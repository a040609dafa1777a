import type { EngineContext } from '#engine/engine-context.ts';
import type { WayBackView } from '#shared/contract/view/desk.ts';
import { wayBackOf } from '#shared/sync/plan-reverse.ts';
import { loadWorld } from './load-world.ts';

/** How an act could be taken back at this moment by whoever sits here: by undo, by an ordinary act, or not at all. */
export async function wayBack(context: EngineContext, act: string): Promise<WayBackView> {
  const world = await loadWorld(
    context.ledger.reader,
    { kind: 'reverse', act },
    {
      geography: context.geography,
      now: () => context.clock.now(),
      newId: context.newId,
      nextLabel: () => '',
      who: context.person(),
    },
  );
  return wayBackOf(act, world);
}
