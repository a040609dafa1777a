import type { AlarmBoard } from '#engine/alarms/alarm-board.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { reasonOf } from '#engine/log.ts';
import { monthResults } from '#engine/store/counts.ts';
import type { StreamEnd } from '#shared/contract/carrier.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { WallAlarms, WallCase, WallPicture } from '#shared/contract/view/wall.ts';

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

/** What a room is told, without any case. */
function wallAlarms(alarms: Pick<AlarmBoard, 'picture' | 'oldest' | 'hears'>): WallAlarms {
  const { counts, trouble } = alarms.picture();
  return {
    unheard: counts.warn + counts.urgent + counts.breach + counts.again,
    late: counts.breach + counts.again,
    oldest: alarms.oldest(),
    trouble: trouble === 'store',
    silent: alarms.hears() === false,
  };
}

const NO_ALARMS: WallAlarms = { unheard: 0, late: 0, oldest: null, trouble: false, silent: false };

/** The wall's whole picture: at once, and again whenever something in it changed. */
export function streamWall(context: EngineContext, stream: StreamEnd<WallPicture>): void {
  let timer: NodeJS.Timeout | undefined;
  let told: string | null = null;
  let last: Pick<WallPicture, 'revision' | 'cases' | 'results'> | null = null;
  const draw = async () => {
    timer = undefined;
    if (context.withdrawn()) return drawNothing();
    const { revision, value } = await context.ledger.picture(async (db) => ({
      rows: await db.all<{ row: string }>('SELECT row FROM case_row WHERE open = 1 AND row IS NOT NULL ORDER BY id'),
      results: await monthResults(db, context.clock.now()),
    }));
    if (stream.signal.aborted) return;
    const cases = value.rows.map((one) => wallCase(JSON.parse(one.row) as QueueRow));
    emit({ revision, cases, results: value.results, alarms: wallAlarms(context.alarms) });
  };
  const emit = (part: Pick<WallPicture, 'revision' | 'cases' | 'results' | 'alarms'>) => {
    told = JSON.stringify(part.alarms);
    last = part;
    stream.emit({
      ...part,
      profile: context.profile,
      lang: context.settings.get().lang,
      link: context.link.status(),
    });
  };
  const nothing = () => ({ sameDay: null, paidWithinWeek: null, since: context.clock.now() });
  const drawNothing = () =>
    emit({ revision: Number.MAX_SAFE_INTEGER, cases: [], results: nothing(), alarms: NO_ALARMS });
  const drawLogged = () =>
    void draw().catch((error: unknown) => {
      context.log.error('the wall could not be drawn', { reason: reasonOf(error) });
      // What it showed stays, and it says that the store cannot be read.
      const before = last ?? { revision: 0, cases: [], results: nothing() };
      if (!stream.signal.aborted) emit({ ...before, alarms: { ...wallAlarms(context.alarms), trouble: true } });
    });
  const soon = () => {
    timer ??= setTimeout(drawLogged, SETTLE_MS);
  };
  const ends = [
    context.ledger.subscribe(soon),
    context.link.subscribe(soon),
    context.settings.subscribe(soon),
    context.onPerson(soon),
    // The board gives signs of life all the time: a wall is drawn anew where they say something else.
    context.alarms.subscribe(() => {
      if (JSON.stringify(wallAlarms(context.alarms)) !== told) soon();
    }),
  ];
  const minute = setInterval(soon, MINUTE_MS);
  stream.signal.addEventListener('abort', () => {
    for (const end of ends) end();
    clearInterval(minute);
    clearTimeout(timer);
  });
  drawLogged();
}
