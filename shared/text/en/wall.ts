import type { words as ms } from '#shared/text/ms/wall.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {};
