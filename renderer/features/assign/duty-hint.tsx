import { useSay } from '#renderer/ui/use-say.ts';

interface DutyHintProps {
  /** The office to be chosen. */
  code: string;
  /** Who is on duty there; undefined while that is not known. */
  duty: readonly string[] | undefined;
}

/** Said before Enter, where the office to be chosen has nobody on duty. */
export function DutyHint({ code, duty }: DutyHintProps) {
  const say = useSay();
  if (duty?.length !== 0) return null;
  return (
    <p className="assign-duty" role="status">
      {say('assign.nobody.hint', { code })}
    </p>
  );
}
