import type { EngineContext } from '#engine/engine-context.ts';
import { reasonOf } from '#engine/log.ts';
import { EVENT_STATE, type StoredEvent } from '#engine/store/event-rows.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import { caseDetail } from './case-detail.ts';

/** Changes that come in a burst are drawn once. */
const SETTLE_MS = 30;

/**
 * The drawer. People stand masked until this user opens them for a reason (act `open-personal`): a watch shows them
 * from then until it ends, a single look as long as this run of the engine lasts.
 * @param forPhones acts that opened the number of somebody on duty: they open no name of the case
 */
export function caseCalls(
  context: EngineContext,
  forPhones: ReadonlySet<string>,
): Pick<Handlers, 'case.get' | 'case.watch'> {
  const mine = ({ event, state }: StoredEvent) =>
    state <= EVENT_STATE.waiting &&
    event.session === context.session &&
    event.actor === context.person()?.id &&
    !forPhones.has(event.act);
  return {
    'case.get': ({ case: id }) => caseDetail(context, id, mine),
    'case.watch': ({ case: id }, _from, stream) => {
      const openedBefore = new Set<string>();
      let first = true;
      let incident: string | null = null;
      let timer: NodeJS.Timeout | undefined;
      const opened = (one: StoredEvent) => {
        if (first && mine(one)) openedBefore.add(one.event.id);
        return mine(one) && !openedBefore.has(one.event.id);
      };
      const draw = async () => {
        const detail = await caseDetail(context, id, opened);
        first = false;
        incident = detail.row.incident;
        if (!stream.signal.aborted) stream.emit(detail);
      };
      const drawLogged = () =>
        void draw().catch((error: unknown) =>
          context.log.error('a case could not be drawn', { reason: reasonOf(error) }),
        );
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(drawLogged, SETTLE_MS);
      };
      const stops = [
        context.ledger.subscribe((change) => {
          if (change.reset || change.subjects.has(id) || (incident !== null && change.subjects.has(incident))) soon();
        }),
        // Another person may do other things.
        context.onPerson(soon),
      ];
      stream.signal.addEventListener('abort', () => {
        for (const stop of stops) stop();
        clearTimeout(timer);
      });
      drawLogged();
    },
  };
}
