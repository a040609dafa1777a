import { PROVISIONAL_PREFIX } from '#engine/acts/commit-act.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import type { Settings } from '#engine/settings-board.ts';
import { readMeta } from '#engine/store/meta.ts';
import { CentralProblem } from '#engine/sync/central-api.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { CallerContext, Handlers } from '#shared/contract/carrier.ts';
import type { SessionView } from '#shared/contract/view/desk.ts';
import { tilesView } from './tiles-view.ts';

/** Who sits here, on what, and how they like it. */
export function sessionCalls(
  context: EngineContext,
): Pick<Handlers, `session.${'get' | 'set' | 'watch' | 'sign-in' | 'sign-out' | 'demo-people' | 'sit-as'}`> {
  // The store may be gone when who sits here is told so.
  const prefix = async () =>
    context.withdrawn() ? '' : ((await readMeta(context.ledger.reader, 'prefix')) ?? PROVISIONAL_PREFIX);
  const setsTiles = () => context.person()?.role === 'admin';
  const view = async ({ role }: CallerContext): Promise<SessionView> => {
    const { user, locked, until } = context.seat();
    const { arrangements, tiles, ...settings } = context.settings.get();
    // S-30: a saved search may name somebody: it is for who may look, never for a wall.
    const arrangement = user && !locked && role === 'desk' ? arrangements[user.id] : undefined;
    return {
      profile: context.profile,
      user,
      locked,
      offlineUntil: until,
      withdrawn: context.withdrawn(),
      device: context.device,
      prefix: await prefix(),
      ...context.facts,
      ...settings,
      tiles: tiles && tilesView(tiles, role === 'desk' && setsTiles()),
      ...(arrangement === undefined ? {} : { arrangement }),
      centralUrl: context.centralUrl(),
      storeProtected: context.storeProtected,
    };
  };
  return {
    'session.get': (_input, from) => view(from),
    'session.set': async ({ lang, theme, tiles, notify, toured, arrangement }, from) => {
      const change: Partial<Settings> = {};
      if (lang !== undefined) change.lang = lang;
      if (theme !== undefined) change.theme = theme;
      if (tiles !== undefined) {
        // What the map shows is told to that host by what is asked of it.
        if (!setsTiles()) throw new CallFailure('not-allowed', { key: 'failure.not-allowed' });
        change.tiles = tiles;
      }
      if (notify !== undefined) change.notify = notify;
      if (toured !== undefined) change.toured = toured;
      const { user, locked } = context.seat();
      if (arrangement !== undefined && locked) throw new CallFailure('locked', { key: 'failure.locked' });
      if (arrangement !== undefined && user !== null)
        change.arrangements = { ...context.settings.get().arrangements, [user.id]: arrangement };
      await context.settings.set(change);
      return view(from);
    },
    'session.watch': (_input, from, stream) => {
      const tell = () => void view(from).then((session) => stream.emit(session));
      tell();
      const stops = [context.onPerson(tell), context.settings.subscribe(tell)];
      stream.signal.addEventListener('abort', () => {
        for (const stop of stops) stop();
      });
    },
    'session.sign-in': async (account, from) => {
      await context.signIn(account).catch(inSignInWords);
      return view(from);
    },
    'session.demo-people': async () =>
      (await context.demoAccounts()).map(({ username, role, scope }) => ({ username, role, scope })),
    'session.sit-as': async ({ username }, from) => {
      const account = (await context.demoAccounts()).find((one) => one.username === username);
      if (!account) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'username');
      await context.signIn({ username, password: account.password }).catch(inSignInWords);
      return view(from);
    },
    'session.sign-out': async (_input, from) => {
      await context.signOut();
      return view(from);
    },
  };
}

/** What a person at the desk can do about it. */
function inSignInWords(error: unknown): never {
  if (error instanceof CallFailure) throw error;
  if (error instanceof CentralProblem && error.code === 'device-revoked')
    throw new CallFailure('device-revoked', { key: 'failure.device-revoked' });
  if (!(error instanceof CentralProblem) || error.status >= 500)
    throw new CallFailure('offline', { key: 'failure.offline' });
  if (error.status === 429) throw new CallFailure('too-many', { key: 'failure.too-many' });
  if (error.status === 401) throw new CallFailure('wrong-password', { key: 'failure.wrong-password' }, 'password');
  throw new CallFailure('offline-refused', { key: 'failure.offline-refused' });
}
