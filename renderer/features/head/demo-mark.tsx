import { useSay } from '#renderer/ui/use-say.ts';

/** Says on every screen that these are no real cases: a hatched edge over the window and a tag in the head. */
export function DemoMark() {
  const say = useSay();
  return (
    <>
      <span className="demo-edge" aria-hidden />
      <strong className="demo-tag" title={say('desk.demo.words')}>
        {say('desk.demo')}
        <span className="sr-only">. {say('desk.demo.words')}</span>
      </strong>
    </>
  );
}
