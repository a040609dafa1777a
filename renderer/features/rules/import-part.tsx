import { useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import type { ReadHolidaysView } from '#shared/contract/view/calendar.ts';
import { ConfirmChange } from './confirm-change.tsx';
import { ImportTable } from './import-table.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { MOST_LINES, takenAtFirst, takenEntries } from './taken-holidays.ts';

const MOST_BYTES = 2_000_000;

interface ImportPartProps {
  /** Whose days they are where a file does not say. */
  state: string;
  onDone(): void;
  onCancel(): void;
}

/** Holidays of a file: chosen, dropped or pasted; shown beside what stands; set in one act with what they move. */
export function ImportPart({ state, onDone, onCancel }: ImportPartProps) {
  const say = useSay();
  const { engine } = useDesk();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [source, setSource] = useState(say('calendar.import.pasted'));
  const [states, setStates] = useState<readonly string[]>([state]);
  const [read, setRead] = useState<ReadHolidaysView | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [confirming, setConfirming] = useState(false);

  const look = async (of: string, from: string) => {
    setFault(null);
    const reply = await engine.call('rules.read-holidays', { text: of, states: [...states], source: from });
    if (!reply.ok) return setFault(say.ref(reply.failure.message));
    setRead(reply.value);
    setTaken(takenAtFirst(reply.value.holidays));
  };
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > MOST_BYTES) return setFault(say('calendar.import.large'));
    const of = await chosen.text();
    const from = say('calendar.import.file', { name: chosen.name });
    setText(of);
    setSource(from);
    await look(of, from);
  };
  const entries = read === null ? [] : takenEntries(read.holidays, taken);

  if (confirming)
    return (
      <ScrollBox className="import">
        <ConfirmChange
          title={say('calendar.change.import', { n: taken.size })}
          change={{ entries }}
          onDone={onDone}
          onCancel={() => setConfirming(false)}
        />
      </ScrollBox>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere here; the button does the same
    <div
      className="import"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <div className="import-source">
        <p className="rules-lead">{say('calendar.import.lead')}</p>
        <Button autoFocus onClick={() => file.current?.click()}>
          {say('calendar.import.choose')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".ics,.csv,.txt,text/calendar,text/csv"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            // The same file, mended meanwhile, may be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <TextArea
          label={say('calendar.import.paste')}
          rows={8}
          value={text}
          placeholder={say('calendar.import.example')}
          onChange={(event) => {
            setText(event.target.value);
            setSource(say('calendar.import.pasted'));
          }}
        />
        <fieldset className="import-states">
          <legend>{say('calendar.import.states')}</legend>
          {stateWeeks.map(({ code, name }) => (
            <label key={code} title={name}>
              <input
                type="checkbox"
                checked={states.includes(code)}
                onChange={(event) =>
                  setStates(event.target.checked ? [...states, code] : states.filter((one) => one !== code))
                }
              />
              {code}
            </label>
          ))}
        </fieldset>
        {fault === null ? null : <p role="alert">{fault}</p>}
        <p className="day-acts">
          <Button onClick={onCancel}>{say('calendar.back')}</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={() => void look(text, source)}>
            {say('calendar.import.read')}
          </Button>
        </p>
      </div>
      {read === null ? null : (
        <div className="import-found">
          <ImportTable read={read} taken={taken} onTaken={setTaken} />
          <p className="day-acts">
            {entries.length > MOST_LINES ? <span role="alert">{say('calendar.import.most')}</span> : null}
            <Button
              look="primary"
              disabled={entries.length === 0 || entries.length > MOST_LINES}
              onClick={() => setConfirming(true)}
            >
              {say('calendar.import.next', { n: taken.size })}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}
