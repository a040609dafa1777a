import { type RefObject, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import './note.css';

interface NoteFieldProps {
  caseId: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** The branch it is for; null while nobody leads the case. */
  lead: string | null;
  /** Words when it failed, null when it stands. */
  onSave(text: string): Promise<string | null>;
}

/** A note to whoever works on the case. Enter saves; what is not saved is there again when the case is. */
export function NoteField({ caseId, field, lead, onSave }: NoteFieldProps) {
  const say = useSay();
  const { drafts } = useDesk();
  const [text, setText] = useState(() => drafts.get(caseId) ?? '');
  const [error, setError] = useState<string | null>(null);
  const label = lead === null ? say('drawer.note') : say('drawer.note.to', { code: lead });
  const write = (words: string) => {
    setText(words);
    if (words.trim() === '') drafts.delete(caseId);
    else drafts.set(caseId, words);
  };
  const save = async () => {
    if (text.trim() === '') return;
    const failed = await onSave(text.trim());
    setError(failed);
    if (failed === null) write('');
  };
  return (
    <div className="note">
      <div className="note-box">
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          aria-describedby={error === null ? undefined : 'note-error'}
          aria-invalid={error === null ? undefined : true}
          placeholder={label}
          title={say('drawer.note.keys')}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              event.currentTarget.blur();
            }
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void save();
          }}
        />
        {text === '' ? (
          <Kbd>N</Kbd>
        ) : (
          <button type="button" className="note-save" onClick={() => void save()}>
            {say('drawer.note.save')}
          </button>
        )}
      </div>
      {error === null ? null : (
        <p id="note-error" className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
