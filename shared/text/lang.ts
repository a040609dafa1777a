/** Languages of the screens: Bahasa Melayu first, English complete. */
export const LANGS = ['ms', 'en'] as const;
export type Lang = (typeof LANGS)[number];
