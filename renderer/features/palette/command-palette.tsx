import { usePicture } from '#renderer/app/use-picture.ts';
import { PaletteBox } from './palette-box.tsx';

/** The command line of the desk (Ctrl+K). Render it always; it shows itself. */
export function CommandPalette() {
  return usePicture((picture) => picture.overlay === 'palette') ? <PaletteBox /> : null;
}
