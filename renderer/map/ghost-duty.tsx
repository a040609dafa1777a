import { UserRound, UserRoundX } from 'lucide-react';
import { initialsOf, plainName } from '#renderer/app/duty-name.ts';
import { useSay } from '#renderer/ui/use-say.ts';

interface GhostDutyProps {
  /** Names of the squad on duty; undefined where nobody asked. */
  duty: readonly string[] | undefined;
  /** Initials alone, where a card is short of room. */
  slim?: boolean;
}

/** Who of an office is on duty now: the first by name and how many more, or that nobody is. */
export function GhostDuty({ duty, slim = false }: GhostDutyProps) {
  const say = useSay();
  if (duty === undefined) return null;
  const [first, ...others] = duty;
  const names = duty.map(plainName).join(', ');
  const words = first === undefined ? say('map.ghost.duty.none') : say('map.ghost.duty', { names });
  const more = others.length > 0 ? ` +${others.length}` : '';
  const Icon = first === undefined ? UserRoundX : UserRound;
  return (
    <span className="ghost-duty" data-none={first === undefined} title={words}>
      <Icon size={12} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{words}</span>
      <span className="ghost-who" aria-hidden>
        {first === undefined ? (slim ? '' : words) : (slim ? initialsOf(first) : plainName(first)) + more}
      </span>
    </span>
  );
}
