import { useDesk } from '#renderer/app/desk-context.ts';
import { goingIn } from '#renderer/app/load-part.ts';
import { showsLoad } from '#renderer/app/shows-load.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** In the foot: a plan was begun and neither done nor put away; a press opens it. Nothing while it is in sight. */
export function PlanMark() {
  const say = useSay();
  const { verbs } = useDesk();
  const cases = usePicture((picture) => (picture.load.plan ? goingIn(picture.load.plan) : null));
  const seen = usePicture((picture) => showsLoad(picture) && picture.load.side === 'plan');
  if (cases === null || seen) return null;
  return (
    <button
      type="button"
      className="status-item status-button"
      title={say('load.plan.open')}
      onClick={() => {
        verbs.supervise({ side: 'plan' });
        verbs.turnTo('load');
      }}
    >
      {say('load.plan.waits')} <b>{cases}</b>
    </button>
  );
}
