import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';

const MEGA = 1_048_576;
/** Such as `812 KB` or `12.3 MB`. */
const sizeOf = (bytes: number) => (bytes < MEGA ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / MEGA).toFixed(1)} MB`);

/** What is kept on the disk to be shown without a network, and a way to delete it. */
export function KeptTiles() {
  const say = useSay();
  const { shell } = useDesk();
  const [kept, setKept] = useState<ShellOutput<'tiles.kept'> | null>(null);
  const ask = useCallback(
    (clear: boolean) => void shell.ask('tiles.kept', { clear }).then(setKept, () => setKept(null)),
    [shell],
  );
  useEffect(() => ask(false), [ask]);
  if (kept === null) return null;
  return (
    <div className="tiles-kept">
      <p role="status">
        {say('tiles.kept', { n: kept.tiles, size: sizeOf(kept.bytes), limit: Math.round(kept.limit / MEGA) })}
      </p>
      <Button disabled={kept.tiles === 0} onClick={() => ask(true)}>
        {say('tiles.clear')}
      </Button>
    </div>
  );
}
