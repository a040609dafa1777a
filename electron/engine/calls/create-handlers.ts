import { commitAct } from '#engine/acts/commit-act.ts';
import { readReport } from '#engine/acts/report-reading.ts';
import { wayBack } from '#engine/acts/way-back.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { monthResults } from '#engine/store/counts.ts';
import { inWords } from '#engine/store/store-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import { alarmCalls } from './alarm-calls.ts';
import { calendarCalls } from './calendar-calls.ts';
import { candidatesFor } from './candidates.ts';
import { caseCalls } from './case-calls.ts';
import { deviceCalls } from './device-calls.ts';
import { heldCalls } from './held-calls.ts';
import { loadCalls } from './load-calls.ts';
import { noticeCalls } from './notice-calls.ts';
import { outboxCalls } from './outbox.ts';
import { rotaCalls } from './rota-calls.ts';
import { streamRows } from './row-stream.ts';
import { ruleCalls } from './rule-calls.ts';
import { searchCalls } from './search-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { streamWall } from './wall-stream.ts';
import { whatIfCalls } from './what-if-calls.ts';
import { whomCalls } from './whom-calls.ts';

/** Places a type-ahead shows. */
const PLACES = 12;

/** One handler for every call of the contract. */
export function createHandlers(context: EngineContext): Handlers {
  // Acts that opened the number of somebody on duty, and no name of the case.
  const forPhones = new Set<string>();
  return {
    ...sessionCalls(context),
    ...caseCalls(context, forPhones),
    ...alarmCalls(context),
    ...whomCalls(context, forPhones),
    ...whatIfCalls(context),
    ...outboxCalls(context),
    ...heldCalls(context),
    ...deviceCalls(context),
    ...ruleCalls(context),
    ...rotaCalls(context),
    ...calendarCalls(context),
    ...noticeCalls(context),
    ...searchCalls(context),
    ...loadCalls(context),
    'rows.watch': (_input, _from, stream) => streamRows(context, stream),
    'wall.watch': (_input, _from, stream) => streamWall(context, stream),
    'link.watch': (_input, _from, stream) => {
      stream.emit(context.link.status());
      stream.signal.addEventListener(
        'abort',
        context.link.subscribe((status) => stream.emit(status)),
      );
    },
    'results.get': () => monthResults(context.ledger.reader, context.clock.now()),
    'candidates.get': ({ cases, branch }) => candidatesFor(context, cases, branch),
    'act.commit': async (command) => {
      const committed = await commitAct(context, command).catch(inWords);
      // The status bar counts the act before anyone is told that it is done.
      await context.recount();
      context.wakeSync();
      return committed;
    },
    'act.way-back': ({ act }) => wayBack(context, act),
    'report.preview': ({ text, place }) => {
      const read = readReport(context.geography, text, place);
      return { ...read, alternatives: [...read.alternatives], severities: [...read.severities] };
    },
    'place.find': ({ query }) =>
      context.geography.search.find(query, PLACES).map(({ name, state, district, lat, lon, kind }) => ({
        name,
        state,
        lat,
        lon,
        confidence: 1,
        kind,
        ...(district === undefined ? {} : { district }),
      })),
  };
}
