import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { PickList } from '#renderer/ui/pick-list.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Place } from '#shared/domain/place.ts';
import { ChoiceBox } from './choice-box.tsx';

interface PlaceChoiceProps {
  alternatives: readonly Place[];
  error: string | null;
  /** Towns and districts alone: no mark of a road. */
  towns?: boolean;
  onPick(place: Place): void;
  onClose(): void;
}

/** Type-ahead over places; what the reports suggested comes first. */
export function PlaceChoice({ alternatives, error, towns = false, onPick, onClose }: PlaceChoiceProps) {
  const say = useSay();
  const { engine } = useDesk();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Place[] | null>(null);
  useEffect(() => {
    if (query.trim() === '') {
      setFound(null);
      return;
    }
    let stale = false;
    void engine.call('place.find', { query }).then((reply) => {
      if (!stale && reply.ok) setFound(towns ? reply.value.filter(({ kind }) => kind !== 'marker') : reply.value);
    });
    return () => {
      stale = true;
    };
  }, [engine, query, towns]);
  const places = query.trim() === '' ? alternatives : (found ?? []);
  const unasked = places.length === 0 && found === null;
  return (
    <ChoiceBox onClose={onClose}>
      <PickList
        label={say(towns ? 'around.town.choose' : 'drawer.place.choose')}
        hint={say(towns ? 'around.town.hint' : 'drawer.place.hint')}
        error={error ?? undefined}
        placeholder={say('drawer.place.find')}
        query={query}
        onQuery={setQuery}
        nothing={unasked ? null : say('drawer.place.nothing')}
        list="inline"
        options={places.map((place, index) => ({
          value: String(index),
          node: (
            <span className="place-row">
              {say('drawer.place.row', { name: place.name, state: place.state })}
              {towns ? null : (
                <small>
                  {say('drawer.place.confidence', { percent: { t: 'percent', v: Math.round(place.confidence * 100) } })}
                </small>
              )}
            </span>
          ),
        }))}
        onPick={(value) => {
          const place = places[Number(value)];
          // A person said it: certain.
          if (place) onPick({ ...place, confidence: 1 });
        }}
      />
    </ChoiceBox>
  );
}
