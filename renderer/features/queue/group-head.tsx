import { usePicture } from '#renderer/app/use-picture.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Group } from './queue-groups.ts';

export interface GroupHeadProps {
  group: Group;
  count: number;
}

/** The head over a group of cases; only late ones carry an instruction. */
export function GroupHead({ group, count }: GroupHeadProps) {
  const say = useSay();
  const likely = usePicture((picture) => (group === 'running' ? (picture.board?.likelyLate ?? 0) : 0));
  const note = group === 'missed' || group === 'warned' ? say(`queue.group.${group}.note`) : null;
  return (
    <div className={`queue-group queue-group-${group}`} role="presentation">
      <UrgencyGlyph urgency={group === 'closed' ? 'met' : group} size={14} />
      {say(`queue.group.${group}`)} <b>{count}</b>
      {note === null ? null : <span>{note}</span>}
      {likely === 0 ? null : <span>{say('guess.count', { n: likely })}</span>}
    </div>
  );
}
