import type { EngineContext } from '#engine/engine-context.ts';
import type { StreamEnd } from '#shared/contract/carrier.ts';
import type { GuessView } from '#shared/contract/view/forecast.ts';

/** Cases that will probably be late: at once, and again whenever the list is another one. */
export function streamGuesses(context: EngineContext, stream: StreamEnd<GuessView[]>): void {
  let told: readonly GuessView[] | null = null;
  const tell = () => {
    const list = context.withdrawn() || context.person() === null ? [] : context.alarms.guesses();
    if (list === told || (told?.length === 0 && list.length === 0)) return;
    told = list;
    stream.emit([...list]);
  };
  const ends = [context.alarms.subscribe(tell), context.onPerson(tell)];
  stream.signal.addEventListener('abort', () => {
    for (const end of ends) end();
  });
  tell();
}
