import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { nextShade, type Shade, stepWords, TINT } from './shade-steps.ts';

const SIDE = 14;
/** Where the lines of each step's hatch begin, px: none, wide, close. */
const LINES = [[], [7], [3, 7, 11]];

export interface ShadeKeyProps {
  shade: Shade;
  /** Of the areas that are shaded, by branch code or state. */
  counts: ReadonlyMap<string, number>;
  onShade(shade: Shade): void;
}

/** The switch of the shading, and its steps in tint, hatch and numbers; the areas' own counts for those who do not see it. */
export function ShadeKey({ shade, counts, onShade }: ShadeKeyProps) {
  const say = useSay();
  const what = say(`map.shade.${shade}`);
  const colour = shade === 'late' ? 'var(--saga-fill)' : 'var(--ink-2)';
  return (
    <div className="map-shade">
      <button type="button" title={say('map.shade.change')} onClick={() => onShade(nextShade(shade))}>
        {say('map.shade')}: {what} <Kbd>C</Kbd>
      </button>
      {shade !== 'none' && (
        <>
          {stepWords(shade).map((words, i) => (
            <span key={words}>
              <svg width={SIDE} height={SIDE} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
                <rect width={SIDE} height={SIDE} fill={colour} opacity={TINT[i + 1]} />
                {LINES[i]?.map((at) => (
                  <path key={at} d={`M${at - 7},${SIDE}L${at + 7},0`} stroke={colour} opacity={0.6} />
                ))}
                <rect x={0.5} y={0.5} width={SIDE - 1} height={SIDE - 1} fill="none" stroke="var(--ink-3)" />
              </svg>
              {words}
            </span>
          ))}
          <ul className="sr-only" aria-label={say('map.shade.list')}>
            {[...counts].map(([area, n]) => (
              <li key={area}>{say('map.shade.area', { area, n })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
