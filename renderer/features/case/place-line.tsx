import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { Place } from '#shared/domain/place.ts';
import { PlaceChoice } from './place-choice.tsx';

interface PlaceLineProps {
  detail: CaseDetail;
  may: boolean;
  onPlace(place: Place): Promise<string | null>;
  /** Opened from elsewhere (menu). */
  asked: boolean;
  onAsked(open: boolean): void;
}

/** How sure the place is; below certainty, another can be chosen. */
export function PlaceLine({ detail, may, onPlace, asked, onAsked }: PlaceLineProps) {
  const say = useSay();
  const [error, setError] = useState<string | null>(null);
  const { place, alternatives } = detail;
  return (
    <div className="place-line">
      {place ? (
        <span>
          {say('drawer.place.confidence', { percent: { t: 'percent', v: Math.round(place.confidence * 100) } })}
        </span>
      ) : (
        <span>{say('drawer.place.unknown')}</span>
      )}
      {may ? (
        <Button look="quiet" aria-expanded={asked} onClick={() => onAsked(!asked)}>
          {say('drawer.place.change')}
        </Button>
      ) : null}
      {asked ? (
        <PlaceChoice
          alternatives={alternatives}
          error={error}
          onPick={async (chosen) => {
            const failed = await onPlace(chosen);
            setError(failed);
            if (failed === null) onAsked(false);
          }}
          onClose={() => onAsked(false)}
        />
      ) : null}
    </div>
  );
}
