import { SelectField, TextArea, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ReportPreview } from '#shared/contract/view/desk.ts';
import { INCIDENT_KINDS, SEVERITIES, SOURCES } from '#shared/domain/incident-kind.ts';
import type { EntryField, EntryForm } from './build-report.ts';
import { PlaceField } from './place-field.tsx';
import { severityWords } from './severity-words.ts';

interface EntryFieldsProps {
  form: EntryForm;
  errors: Partial<Record<EntryField, string>>;
  /** What was read from the text; shown as the blank choice. */
  preview: ReportPreview | null;
  onPatch(part: Partial<EntryForm>): void;
}

/** The fields: what was heard first; the rest corrects or adds to what is read from it. */
export function EntryFields({ form, errors, preview, onPatch }: EntryFieldsProps) {
  const say = useSay();
  const text = (name: Exclude<EntryField, 'place'>) => ({
    value: form[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => onPatch({ [name]: event.currentTarget.value }),
  });
  const blank = (read: string | null) => ({
    value: '',
    label: read === null ? '–' : say('entry.read', { value: read }),
  });
  return (
    <div className="entry-fields">
      <TextArea
        label={say('entry.text')}
        placeholder={say('entry.text.placeholder')}
        rows={5}
        data-autofocus
        {...text('text')}
      />
      <PlaceField
        place={form.place}
        name={form.placeName}
        error={errors.place ?? errors.placeName}
        onChange={(place, placeName) => onPatch({ place, placeName })}
      />
      <div className="entry-row">
        <SelectField
          label={say('entry.source')}
          options={SOURCES.map((one) => ({ value: one, label: say(`source.${one}`) }))}
          {...text('source')}
        />
        <TextField label={say('entry.published')} hint={say('entry.published.hint')} {...text('published')} />
      </div>
      <div className="entry-row entry-three">
        <SelectField
          label={say('entry.kind')}
          options={[
            blank(preview ? say(`kind.short.${preview.kind}`) : null),
            ...INCIDENT_KINDS.map((one) => ({ value: one, label: say(`kind.${one}`) })),
          ]}
          {...text('kind')}
        />
        <SelectField
          label={say('entry.severity')}
          options={[
            blank(preview ? severityWords(say, preview.severities) : null),
            ...SEVERITIES.map((one) => ({ value: one, label: say(`severity.${one}`) })),
          ]}
          {...text('severity')}
        />
        <TextField
          label={say('entry.victims')}
          inputMode="numeric"
          placeholder={preview ? say('entry.read', { value: preview.severities.length }) : undefined}
          {...text('victims')}
        />
      </div>
      <fieldset>
        <legend>{say('entry.reporter')}</legend>
        <div className="entry-row entry-three">
          <TextField label={say('entry.reporter.name')} {...text('name')} />
          <TextField label={say('entry.reporter.organisation')} {...text('organisation')} />
          <TextField label={say('entry.reporter.phone')} inputMode="tel" {...text('phone')} />
        </div>
        <p className="field-hint">{say('entry.reporter.hint')}</p>
      </fieldset>
      <TextField label={say('entry.url')} inputMode="url" {...text('url')} />
    </div>
  );
}
