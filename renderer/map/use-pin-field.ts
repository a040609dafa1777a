import { useEffect, useLayoutEffect, useState } from 'react';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { PinField } from './pin-field.ts';
import type { CaseReader } from './pin-sources.ts';
import { startMarkWorker } from './start-mark-worker.ts';

const frameNow = () => performance.now();

/** The pins of these cases, kept up by what changed and by the clocks that pass a threshold. @param reader the same always. */
export function usePinField<T>(cases: readonly T[], reader: CaseReader<T>, clock: DeskClock): PinField<T> {
  const [field] = useState(() => new PinField(reader, frameNow, startMarkWorker));
  useLayoutEffect(() => field.show(cases, clock.now()), [field, cases, clock]);
  useEffect(() => clock.subscribe(() => field.tick(clock.now())), [field, clock]);
  useEffect(() => () => field.close(), [field]);
  return field;
}
