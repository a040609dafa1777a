import type { Act } from '#shared/contract/acts.ts';
import { actSchema } from '#shared/contract/acts.ts';
import type { Place } from '#shared/domain/place.ts';
import { MOST_VICTIMS } from '#shared/domain/victim-severities.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { readMalaysiaMoment } from '#shared/kit/read-malaysia-moment.ts';
import type { TextKey } from '#shared/text/say.ts';

/** What stands in the form of quick entry; empty strings are left to be read from the text. */
export interface EntryForm {
  text: string;
  place: Place | null;
  placeName: string;
  source: string;
  kind: string;
  severity: string;
  victims: string;
  published: string;
  url: string;
  name: string;
  organisation: string;
  phone: string;
}

export const EMPTY_ENTRY: EntryForm = {
  text: '',
  place: null,
  placeName: '',
  source: 'hotline',
  kind: '',
  severity: '',
  victims: '',
  published: '',
  url: '',
  name: '',
  organisation: '',
  phone: '',
};

export type EntryField = keyof EntryForm;
export type EntryErrors = Partial<Record<EntryField, TextKey>>;
export type BuiltReport = { ok: true; act: Act } | { ok: false; errors: EntryErrors };

/** Makes the act of a filled form, or says at which fields what is wrong. @param now ms since 1970. */
export function buildReport(form: EntryForm, now: number): BuiltReport {
  const errors: EntryErrors = {};
  const words = (value: string) => value.trim() || undefined;
  if (!words(form.text)) errors.text = 'entry.text.needed';
  const victims = words(form.victims);
  if (
    victims !== undefined &&
    !(/^\d{1,3}$/.test(victims) && Number(victims) >= 1 && Number(victims) <= MOST_VICTIMS)
  ) {
    errors.victims = 'entry.victims.wrong';
  }
  const published = words(form.published) === undefined ? null : readMalaysiaMoment(form.published, now);
  if (published && !published.ok)
    errors.published = published.why === 'future' ? 'form.when.future' : 'form.when.unreadable';
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const reporter = gapless({
    name: words(form.name),
    organisation: words(form.organisation),
    phone: words(form.phone),
  });
  const act = gapless({
    kind: 'report',
    text: form.text.trim(),
    source: form.source,
    place: form.place ?? undefined,
    placeName: form.place ? undefined : words(form.placeName),
    incidentKind: words(form.kind),
    severity: words(form.severity),
    victims: victims === undefined ? undefined : Number(victims),
    publishedAt: published?.ok ? isoMalaysia(published.ms) : undefined,
    url: words(form.url),
    reporter: Object.keys(reporter).length > 0 ? reporter : undefined,
  });
  return { ok: true, act: actSchema.parse(act) };
}

/** True when nothing was written that closing would lose. */
export function isUntouched(form: EntryForm): boolean {
  return (Object.keys(EMPTY_ENTRY) as EntryField[]).every(
    (name) => name === 'source' || form[name] === EMPTY_ENTRY[name],
  );
}

function gapless(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
