import { useEffect, useState } from 'react';
import { type Palette, readPalette } from './palette.ts';

/** The tokens at an element, read again when the theme changes or the fonts have come; null before the first reading. */
export function usePalette(element: Element | null): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    if (!element) return;
    let live = true;
    const read = () => {
      if (live) setPalette(readPalette(element));
    };
    read();
    const root = document.documentElement;
    const watcher = new MutationObserver(read);
    watcher.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-wall', 'class', 'style'] });
    const { cond, sans } = readPalette(element);
    // A canvas does not ask for fonts by itself; without this the first labels would stay in the fallback face.
    const faces = [`400 11px ${cond}`, `600 11px ${cond}`, `600 11px ${sans}`, `italic 400 12px ${sans}`];
    void Promise.allSettled(faces.map((face) => document.fonts.load(face))).then(read);
    return () => {
      live = false;
      watcher.disconnect();
    };
  }, [element]);
  return palette;
}
