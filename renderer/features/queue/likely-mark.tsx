import { Hourglass } from 'lucide-react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** Beside a case that is not late and probably will be: a guess, and said as one. */
export function LikelyMark({ caseId }: { caseId: string }) {
  const say = useSay();
  const guess = usePicture((picture) => picture.board?.guesses.get(caseId) ?? null);
  if (guess === null) return null;
  const words = say('guess.row', { clock: say.key(`clock.name.${guess.key}`) });
  return (
    <span role="img" aria-label={words} title={words}>
      <Hourglass size={14} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
