import { Eye } from 'lucide-react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** Beside a case that others have open: who, and how many where they are several. */
export function ReadersMark({ caseId }: { caseId: string }) {
  const say = useSay();
  const names = usePicture((picture) => picture.readers.get(caseId) ?? null);
  if (names === null || names.length === 0) return null;
  const words = say('drawer.readers', { names: names.join(', ') });
  return (
    <span className="row-readers" role="img" aria-label={words} title={words}>
      <Eye size={14} strokeWidth={1.75} aria-hidden />
      {names.length > 1 ? <small aria-hidden>{names.length}</small> : null}
    </span>
  );
}
