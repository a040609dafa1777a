import { useSay } from '#renderer/ui/use-say.ts';

/** The stage of the desk. */
export function DeskMap() {
  const say = useSay();
  return <section className="desk-map" aria-label={say('desk.map')} />;
}
