import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PlaceOfCase } from '#shared/contract/view/case-around.ts';
import type { Town } from '#shared/domain/place.ts';
import { townOf } from '#shared/geo/town-of.ts';
import { formatKm } from '#shared/text/format.ts';
import { FormRow } from './form-row.tsx';
import { PlaceChoice } from './place-choice.tsx';

interface PlaceOfCaseLineProps {
  of: PlaceOfCase['of'];
  place: PlaceOfCase | null;
  lead: string | null;
  /** Left out where it is set elsewhere. Words when it failed, null when it stands. */
  onTown?: ((town: Town | null) => Promise<string | null>) | undefined;
}

/** One of the three places: where, the offices nearest to it, how far the lead is. */
export function PlaceOfCaseLine({ of, place, lead, onTown }: PlaceOfCaseLineProps) {
  const say = useSay();
  const what = say(`around.place.${of}`);
  const nearest = place?.nearest.map(({ branch, km }) =>
    say('around.place.branch', { code: branch, km: formatKm(km) }),
  );
  return (
    <FormRow
      label={what}
      button={onTown ? say(place === null ? 'around.place.set' : 'around.place.change') : null}
      buttonName={say('around.place.set-of', { what })}
      form={({ error, settle, close }) => {
        const set = async (town: Town | null) => settle((await onTown?.(town)) ?? null);
        return (
          <>
            <PlaceChoice
              alternatives={[]}
              towns
              error={error}
              onPick={(chosen) => void set(townOf(chosen))}
              onClose={close}
            />
            {place === null ? null : (
              <Button look="quiet" onClick={() => void set(null)}>
                {say('around.place.clear')}
              </Button>
            )}
          </>
        );
      }}
    >
      {place === null ? (
        <span className="drawer-quiet">{say('around.place.unknown')}</span>
      ) : (
        <>
          <span>{say('around.place.row', { name: place.name, state: place.state })}</span>
          <small>
            {[
              place.leadKm === null || lead === null
                ? null
                : say('around.place.lead', { code: lead, km: formatKm(place.leadKm) }),
              nearest && nearest.length > 0 ? say('around.place.nearest', { branches: nearest.join(', ') }) : null,
            ]
              .filter((one) => one !== null)
              .join(' · ')}
          </small>
        </>
      )}
    </FormRow>
  );
}
