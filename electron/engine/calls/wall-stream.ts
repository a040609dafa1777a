import type { EngineContext } from '#engine/engine-context.ts';
import { reasonOf } from '#engine/log.ts';
import { monthResults } from '#engine/store/counts.ts';
import type { StreamEnd } from '#shared/contract/carrier.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { WallCase, WallPicture } from '#shared/contract/view/wall.ts';

/** A wall is looked at, not worked at: at most two pictures a second. */
const SETTLE_MS = 500;
/** Results move with time alone. */
const MINUTE_MS = 60_000;

/** Only what a wall may hold, member by member: nothing else of a row can slip through. */
export function wallCase(row: QueueRow): WallCase {
  return {
    id: row.case,
    incident: row.incident,
    lat: row.lat,
    lon: row.lon,
    town: row.place,
    lead: row.lead,
    assigned: row.lead !== null,
    open: row.status !== 'closed',
    clocks: row.clocks,
  };
}

/** The wall's whole picture: at once, and again whenever something in it changed. */
export function streamWall(context: EngineContext, stream: StreamEnd<WallPicture>): void {
  let timer: NodeJS.Timeout | undefined;
  const draw = async () => {
    timer = undefined;
    if (context.withdrawn()) return drawNothing();
    const { revision, value } = await context.ledger.picture(async (db) => ({
      rows: await db.all<{ row: string }>('SELECT row FROM case_row WHERE open = 1 AND row IS NOT NULL ORDER BY id'),
      results: await monthResults(db, context.clock.now()),
    }));
    if (stream.signal.aborted) return;
    stream.emit({
      revision,
      profile: context.profile,
      lang: context.settings.get().lang,
      cases: value.rows.map((one) => wallCase(JSON.parse(one.row) as QueueRow)),
      link: context.link.status(),
      results: value.results,
    });
  };
  const drawNothing = () =>
    stream.emit({
      revision: Number.MAX_SAFE_INTEGER,
      profile: context.profile,
      lang: context.settings.get().lang,
      cases: [],
      link: context.link.status(),
      results: { sameDay: null, paidWithinWeek: null, since: context.clock.now() },
    });
  const drawLogged = () =>
    void draw().catch((error: unknown) =>
      context.log.error('the wall could not be drawn', { reason: reasonOf(error) }),
    );
  const soon = () => {
    timer ??= setTimeout(drawLogged, SETTLE_MS);
  };
  const ends = [
    context.ledger.subscribe(soon),
    context.link.subscribe(soon),
    context.settings.subscribe(soon),
    context.onPerson(soon),
  ];
  const minute = setInterval(soon, MINUTE_MS);
  stream.signal.addEventListener('abort', () => {
    for (const end of ends) end();
    clearInterval(minute);
    clearTimeout(timer);
  });
  drawLogged();
}
