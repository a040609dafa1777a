// Which looks are taken: themes, languages, sizes of the window and zooms, from the command line.
const PX = /^(\d+)x(\d+)$/;

/** What `--theme`, `--lang`, `--size` and `--zoom` are when they are not given. */
export const LOOK_OPTIONS = {
  theme: { type: 'string', default: 'dark,light,hc' },
  lang: { type: 'string', default: 'ms,en' },
  /** Outer width x height of the page, px, at 100 %. */
  size: { type: 'string', default: '1440x900,1920x1080' },
  /** Per cent. */
  zoom: { type: 'string', default: '100' },
};

/** Every look that is asked for, in the order that resizes least: {theme, lang, width, height, zoom (per cent), name}. */
export function looksOf({ theme, lang, size, zoom }) {
  const looks = [];
  for (const px of size.split(',')) {
    const [, width, height] = PX.exec(px) ?? [];
    if (height === undefined) throw new Error(`--size is like 1440x900, not "${px}"`);
    for (const percent of zoom.split(',').map(Number)) {
      for (const one of theme.split(',')) {
        for (const tongue of lang.split(',')) {
          const name = `${one}-${tongue}-${width}${percent === 100 ? '' : `-zoom${percent}`}`;
          looks.push({ theme: one, lang: tongue, width: Number(width), height: Number(height), zoom: percent, name });
        }
      }
    }
  }
  return looks;
}
