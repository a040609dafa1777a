import { streamAlarms } from '#engine/alarms/alarm-stream.ts';
import { streamGuesses } from '#engine/alarms/guess-stream.ts';
import { raisedSince } from '#engine/alarms/raised-rows.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { alarmReport, REPORT_MS } from '#shared/clocks/alarms/alarm-report.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';

/** What a room is told, how much of it there was, and what may come. */
export function alarmCalls(
  context: EngineContext,
): Pick<Handlers, 'alarms.watch' | 'alarms.room' | 'alarms.report' | 'guesses.watch' | 'guess.get'> {
  return {
    'alarms.watch': (_input, _from, stream) => streamAlarms(context, stream),
    'alarms.room': ({ sound }, _from, stream) => stream.signal.addEventListener('abort', context.alarms.room(sound)),
    'alarms.report': async () => {
      if (context.person()?.role !== 'supervisor') throw new CallFailure('not-allowed', { key: 'failure.not-allowed' });
      const now = context.clock.now();
      const raised = await raisedSince(context.ledger.reader, now - REPORT_MS);
      return alarmReport(raised, context.alarms.picture().rate.standing, now);
    },
    'guesses.watch': (_input, _from, stream) => streamGuesses(context, stream),
    'guess.get': ({ case: id }) => context.alarms.guessesOf(id),
  };
}
