import { useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Place } from '#shared/domain/place.ts';
import { buildReport, EMPTY_ENTRY, type EntryField, type EntryForm, isUntouched } from './build-report.ts';
import { EntryFields } from './entry-fields.tsx';
import { Preview } from './preview.tsx';
import { usePreview } from './use-preview.ts';

/** The engine's members that stand under another name in the form. */
const FIELD_OF: Readonly<Record<string, EntryField>> = { incidentKind: 'kind', publishedAt: 'published' };

/** The form and what was understood of it, side by side. Ctrl Enter saves from anywhere. */
export function EntryDialog() {
  const say = useSay();
  const { clock, verbs } = useDesk();
  const offline = usePicture((picture) => picture.link?.link === 'offline' || picture.link?.link === 'refused');
  const [form, setForm] = useState<EntryForm>(EMPTY_ENTRY);
  const [errors, setErrors] = useState<Partial<Record<EntryField | 'form', string>>>({});
  const [leaving, setLeaving] = useState(false);
  const busy = useRef(false);
  const body = useRef<HTMLFormElement>(null);
  const preview = usePreview(form.text, form.place);

  const patch = (part: Partial<EntryForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setErrors((before) => {
      const after = { ...before };
      for (const name of Object.keys(part) as EntryField[]) delete after[name];
      return after;
    });
    setLeaving(false);
  };
  const takePlace = (place: Place) =>
    patch({ place: { ...place, confidence: 1 }, placeName: `${place.name}, ${place.state}` });
  const close = () => {
    if (isUntouched(form) || leaving) verbs.show('none');
    else setLeaving(true);
  };
  const show = (next: typeof errors) => {
    setErrors(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const save = async () => {
    if (busy.current) return;
    const built = buildReport(form, clock.now());
    if (!built.ok) {
      return show(Object.fromEntries(Object.entries(built.errors).map(([name, key]) => [name, say.key(key)])));
    }
    busy.current = true;
    const reply = await verbs.commit(built.act, 'quick-entry');
    busy.current = false;
    if (reply.ok) {
      const [first] = reply.value.cases;
      verbs.show('none');
      if (first) verbs.select(first);
      return;
    }
    const named = reply.failure.field?.split('.').at(-1) ?? '';
    const field = FIELD_OF[named] ?? (named in form ? (named as EntryField) : 'form');
    const words = say.ref(reply.failure.message);
    show({ [field]: field === 'form' ? say('entry.failed', { why: words }) : words });
  };

  return (
    <Dialog
      title={say('entry.title')}
      width={880}
      onClose={close}
      foot={
        leaving ? (
          <>
            <p className="entry-leaving" role="alert">
              {say('entry.discard')}
            </p>
            <Button onClick={() => setLeaving(false)}>{say('entry.discard.no')}</Button>
            <Button onClick={() => verbs.show('none')}>{say('entry.discard.yes')}</Button>
          </>
        ) : (
          <>
            {errors.form ? (
              <p className="field-error" role="alert">
                {errors.form}
              </p>
            ) : offline ? (
              <p className="entry-offline">{say('entry.offline')}</p>
            ) : null}
            <Button onClick={close}>{say('entry.cancel')}</Button>
            <Button look="primary" shortcut="Ctrl Enter" onClick={() => void save()}>
              {say('entry.save')}
            </Button>
          </>
        )
      }
    >
      <form
        ref={body}
        className="entry"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            void save();
          } else if (event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        <EntryFields form={form} errors={errors} preview={preview?.ok ? preview.value : null} onPatch={patch} />
        <Preview reply={preview} onPlace={takePlace} />
      </form>
    </Dialog>
  );
}
