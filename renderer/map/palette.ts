const NAMES = [
  'panel',
  'raised',
  'ink',
  'ink-2',
  'ink-3',
  'line-2',
  'telang',
  'telang-wash',
  'saga',
  'saga-fill',
  'on-saga',
  'kunyit',
  'kunyit-fill',
  'kunyit-arc',
  'on-kunyit',
  'run',
  'run-fill',
  'on-run',
  'pause',
  'sea',
  'land',
  'land-far',
  'coast',
  'state',
  'catch',
  'grat',
  'map-label',
  'sea-label',
  'halo',
  'sans',
  'cond',
] as const;

/** The theme's tokens as the canvases need them: colours, and the two font families. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** Reads the tokens in force at an element; a missing one comes out empty, which a canvas ignores. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return Object.fromEntries(entries) as Palette;
}

/** A CSS font for a canvas. @param px size. */
export function fontOf(family: string, px: number, weight: 400 | 500 | 600 = 400, italic = false): string {
  return `${italic ? 'italic ' : ''}${weight} ${px}px ${family || 'sans-serif'}`;
}
