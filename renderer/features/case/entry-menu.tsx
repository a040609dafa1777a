import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { useWayBack } from '#renderer/app/use-way-back.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MenuHead, MenuItem, PointMenu } from '#renderer/ui/point-menu.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import type { TimelineForm } from './timeline-form.ts';

interface EntryMenuProps {
  entry: TimelineEntry;
  /** This person may set times here. */
  maySetTime: boolean;
  onForm(form: TimelineForm): void;
}

/** What can be done about one record of the timeline: take it back, and say when it really was. */
export function EntryMenu({ entry, maySetTime, onForm }: EntryMenuProps) {
  const say = useSay();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  return (
    <>
      <IconButton
        icon={Ellipsis}
        size={14}
        className="timeline-more"
        label={say('timeline.menu')}
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt({ x: box.left, y: box.bottom });
        }}
      />
      {at === null ? null : (
        <PointMenu at={at} label={say('timeline.menu')} onClose={() => setAt(null)}>
          <WaysBack entry={entry} onForm={onForm} />
          {maySetTime && (!entry.certain || entry.setBy !== undefined) ? (
            <MenuItem onPick={() => onForm({ kind: 'set-time', entry: entry.id })}>{say('act.set-time')}</MenuItem>
          ) : null}
        </PointMenu>
      )}
    </>
  );
}

function WaysBack({ entry, onForm }: Pick<EntryMenuProps, 'entry' | 'onForm'>) {
  const say = useSay();
  const { commit } = useCaseActs();
  const way = useWayBack(entry.act, entry);
  if (way === null) return <MenuHead>{say('timeline.menu.loading')}</MenuHead>;
  if (way.way === 'undo') {
    return (
      <MenuItem onPick={() => void commit({ kind: 'undo', act: entry.act }, 'menu')}>{say('timeline.undo')}</MenuItem>
    );
  }
  if (way.way === 'none') {
    return (
      <MenuItem disabled onPick={() => {}} note={say.ref(way.why)}>
        {say('act.reverse')}
      </MenuItem>
    );
  }
  return (
    <MenuItem onPick={() => onForm({ kind: 'reverse', act: entry.act })}>
      {say('reverse.do', { words: say.ref(way.words) })}
    </MenuItem>
  );
}
