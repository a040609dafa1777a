import { LANGS, type Lang } from '#shared/text/lang.ts';

/** The language of an Accept-Language header, Bahasa Melayu when none of ours is in it. */
export function langOf(header: string | undefined): Lang {
  return LANGS.find((lang) => header?.toLowerCase().startsWith(lang)) ?? 'ms';
}
