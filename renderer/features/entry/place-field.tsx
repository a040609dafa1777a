import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { PickList } from '#renderer/ui/pick-list.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Place } from '#shared/domain/place.ts';

interface PlaceFieldProps {
  place: Place | null;
  name: string;
  error: string | undefined;
  onChange(place: Place | null, name: string): void;
}

/** The place by type-ahead; a name nobody knows is kept as written. */
export function PlaceField({ place, name, error, onChange }: PlaceFieldProps) {
  const say = useSay();
  const { engine } = useDesk();
  const [found, setFound] = useState<readonly Place[]>([]);
  useEffect(() => {
    if (place !== null || name.trim() === '') {
      setFound([]);
      return;
    }
    let stale = false;
    void engine.call('place.find', { query: name }).then((reply) => {
      if (!stale && reply.ok) setFound(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [engine, place, name]);
  return (
    <PickList
      label={say('entry.place')}
      hint={say('entry.place.hint')}
      error={error}
      query={name}
      onQuery={(query) => onChange(null, query)}
      nothing={say('entry.place.nothing')}
      options={found.map((one, index) => ({
        value: String(index),
        node: say('entry.place.row', { name: one.name, state: one.state }),
      }))}
      onPick={(value) => {
        const chosen = found[Number(value)];
        // A person said it: certain.
        if (chosen) onChange({ ...chosen, confidence: 1 }, `${chosen.name}, ${chosen.state}`);
      }}
    />
  );
}
