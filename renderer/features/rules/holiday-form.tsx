import { useState } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import type { CalendarView } from '#shared/contract/view/calendar.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { dayInWords } from './day-words.ts';

type Where = 'state' | 'all' | 'branch';

interface HolidayFormProps {
  view: CalendarView;
  day: string;
  onEntry(entry: CalendarEntry): void;
  onCancel(): void;
}

/** A holiday to be set on a day; what it moves is shown next. */
export function HolidayForm({ view, day, onEntry, onCancel }: HolidayFormProps) {
  const say = useSay();
  const scope = usePicture((picture) => picture.session.user?.scope.kind);
  const wheres: Where[] =
    view.branch === null ? ['state'] : ['branch', ...(scope === 'branch' ? [] : (['state'] as const))];
  if (scope === 'hq') wheres.push('all');
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [where, setWhere] = useState<Where>(wheres[0] ?? 'state');
  const [status, setStatus] = useState<'gazetted' | 'estimated'>('gazetted');
  const [substitute, setSubstitute] = useState(true);
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === '' ? say('rules.form.needed') : undefined);
  return (
    <form
      className="day-side rules-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (name.trim() === '' || source.trim() === '') return;
        onEntry({
          kind: 'off',
          day,
          states: where === 'branch' ? [] : where === 'all' ? stateWeeks.map(({ code }) => code) : [view.state],
          branches: where === 'branch' && view.branch !== null ? [view.branch] : [],
          name: { t: 'text', v: name.trim().slice(0, 120) },
          status,
          source: source.trim().slice(0, 400),
          substitute,
        });
      }}
    >
      <h3>{say('calendar.change.add', { day: dayInWords(say, day) })}</h3>
      <TextField
        autoFocus
        label={say('calendar.form.name')}
        value={name}
        error={missing(name)}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={say('calendar.form.where')}
        value={where}
        options={wheres.map((value) => ({ value, label: say(`calendar.form.where.${value}`) }))}
        onChange={(event) => setWhere(event.target.value as Where)}
      />
      <SelectField
        label={say('calendar.form.status')}
        value={status}
        options={(['gazetted', 'estimated'] as const).map((value) => ({ value, label: say(`calendar.${value}`) }))}
        onChange={(event) => setStatus(event.target.value === 'estimated' ? 'estimated' : 'gazetted')}
      />
      <TextField
        label={say('calendar.form.source')}
        hint={say('calendar.form.source.hint')}
        value={source}
        error={missing(source)}
        onChange={(event) => setSource(event.target.value)}
      />
      <label className="rules-check">
        <input type="checkbox" checked={substitute} onChange={(event) => setSubstitute(event.target.checked)} />
        {say('calendar.form.substitute')}
      </label>
      <p className="day-acts">
        <Button onClick={onCancel}>{say('calendar.back')}</Button>
        <Button type="submit" look="primary">
          {say('rules.preview')}
        </Button>
      </p>
    </form>
  );
}
