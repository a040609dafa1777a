import { useSyncExternalStore } from 'react';
import { type DeskPicture, useDesk } from './desk-context.ts';

/** One part of the desk's picture; the component draws again only when that part is another object or value. */
export function usePicture<T>(part: (picture: DeskPicture) => T): T {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => part(desk.picture()));
}
