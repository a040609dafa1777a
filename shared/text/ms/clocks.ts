import type { Words } from '#shared/text/words.ts';

export const words = {} as const satisfies Words;
