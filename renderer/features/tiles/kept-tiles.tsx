import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';

const mega = (bytes: number) => (bytes / 1_048_576).toFixed(1);

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
        {say('tiles.kept', { n: kept.tiles, mb: mega(kept.bytes), limit: Math.round(kept.limit / 1_048_576) })}
      </p>
      <Button disabled={kept.tiles === 0} onClick={() => ask(true)}>
        {say('tiles.clear')}
      </Button>
    </div>
  );
}
