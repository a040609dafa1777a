import type { words as ms } from '#shared/text/ms/clocks.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {};
