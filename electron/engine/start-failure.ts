import type { MessageRef } from '#shared/domain/message-ref.ts';
import { NoRoomToUpdate } from './store/copy-before.ts';

/** Why the engine could not start, in words for the windows that wait for it. */
export function startFailure(error: unknown): { code: string; message: MessageRef } {
  if (!(error instanceof NoRoomToUpdate)) return { code: 'store', message: { key: 'failure.store' } };
  const mb = Math.ceil(error.missing / 1_048_576);
  return { code: 'disk-full', message: { key: 'failure.no-room-to-update', params: { mb: { t: 'number', v: mb } } } };
}
