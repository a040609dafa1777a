import type { EngineContext } from '#engine/engine-context.ts';
import type { StreamEnd } from '#shared/contract/carrier.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import { noAlarms } from './alarm-picture.ts';

/** The alarms at once, and again whenever they change; none on a console that was withdrawn. */
export function streamAlarms(context: EngineContext, stream: StreamEnd<AlarmPicture>): void {
  const tell = () => stream.emit(context.withdrawn() ? noAlarms(context.clock.now(), null) : context.alarms.picture());
  const ends = [context.alarms.subscribe(tell), context.onPerson(tell)];
  stream.signal.addEventListener('abort', () => {
    for (const end of ends) end();
  });
  tell();
}
