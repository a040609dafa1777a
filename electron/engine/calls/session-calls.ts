import { PROVISIONAL_PREFIX } from '#engine/acts/commit-act.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import type { Settings } from '#engine/settings-board.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { SessionView } from '#shared/contract/view/desk.ts';

/** Who sits here, on what, and how they like it. */
export function sessionCalls(context: EngineContext): Pick<Handlers, 'session.get' | 'session.set'> {
  const view = async (): Promise<SessionView> => ({
    profile: context.profile,
    user: context.person(),
    device: context.device,
    prefix: (await readMeta(context.ledger.reader, 'prefix')) ?? PROVISIONAL_PREFIX,
    ...context.facts,
    ...context.settings.get(),
    centralUrl: context.centralUrl(),
    storeProtected: context.storeProtected,
  });
  return {
    'session.get': view,
    'session.set': async ({ lang, theme, tileUrl }) => {
      const change: Partial<Settings> = {};
      if (lang !== undefined) change.lang = lang;
      if (theme !== undefined) change.theme = theme;
      if (tileUrl !== undefined) change.tileUrl = tileUrl;
      await context.settings.set(change);
      return view();
    },
  };
}
