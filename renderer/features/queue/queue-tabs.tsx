import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

const TABS = ['open', 'unassigned', 'conflict', 'closed'] as const;

/** Parts of the queue with how many cases each holds. */
export function QueueTabs() {
  const say = useSay();
  const { verbs } = useDesk();
  const tab = usePicture((picture) => picture.filter.tab);
  const counts = usePicture((picture) => picture.board?.tabs ?? null);
  return (
    <Segments
      label={say('queue.tabs')}
      value={tab}
      onPick={(next) => verbs.setFilter({ tab: next })}
      options={TABS.map((value) => ({
        value,
        node: (
          <>
            {say(`queue.tab.${value}`)} <b>{counts?.[value] ?? ''}</b>
          </>
        ),
      }))}
    />
  );
}
