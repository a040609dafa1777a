import { useId, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DutyView } from '#shared/contract/view/rota.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { formatMoment } from '#shared/text/format.ts';
import { dutyInput } from './duty-acts.ts';
import { MomentField } from './moment-field.tsx';
import { readStart } from './read-start.ts';

const FAULTS = { past: 'rules.form.past', unreadable: 'form.when.unreadable' } as const;

type Draft = Omit<DutyView, 'id' | 'mayEdit'> & { id?: string };

interface DutyFormProps {
  draft: Draft;
  levels: readonly RotaLevel[];
  /** People seen on duty here: a name that is known brings its telephone. */
  known: readonly Pick<DutyView, 'name' | 'phone' | 'email' | 'user'>[];
  onDone(): void;
  onCancel(): void;
}

/** Puts somebody on duty for a span, or changes who is on it and when. */
export function DutyForm({ draft, levels, known, onDone, onCancel }: DutyFormProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const people = useId();
  const now = clock.now();
  const [name, setName] = useState(draft.name);
  const [phone, setPhone] = useState(draft.phone ?? '');
  const [email, setEmail] = useState(draft.email ?? '');
  const [level, setLevel] = useState<RotaLevel>(draft.level);
  const [from, setFrom] = useState(formatMoment(say.lang, draft.from));
  const [to, setTo] = useState(formatMoment(say.lang, draft.to));
  const [fault, setFault] = useState<{ member: 'name' | 'from' | 'to' | 'all'; words: string } | null>(null);
  const errorOf = (member: 'name' | 'from' | 'to') => (fault?.member === member ? fault.words : undefined);
  const person = known.find((one) => one.name === name.trim());
  const called = (next: string) => {
    setName(next);
    const found = known.find((one) => one.name === next.trim());
    if (found === undefined) return;
    setPhone(found.phone ?? '');
    setEmail(found.email ?? '');
  };
  const put = async () => {
    if (name.trim() === '') return setFault({ member: 'name', words: say('rules.form.needed') });
    // A duty that has begun keeps its beginning.
    const begun = from === formatMoment(say.lang, draft.from);
    const start = begun ? ({ ok: true, ms: draft.from } as const) : readStart(from, now);
    const end = readStart(to, now);
    if (!start.ok) return setFault({ member: 'from', words: say(FAULTS[start.why]) });
    if (!end.ok) return setFault({ member: 'to', words: say(FAULTS[end.why]) });
    if (end.ms <= start.ms) return setFault({ member: 'to', words: say('failure.span-empty') });
    const user = person ? person.user : name.trim() === draft.name ? draft.user : null;
    const duty = {
      ...dutyInput({ ...draft, level, name: name.trim(), phone: phone.trim(), email: email.trim(), user }),
      from: isoMalaysia(start.ms),
      to: isoMalaysia(end.ms),
    };
    const reply = await verbs.commit({ kind: 'set-rota', duties: [duty] }, 'menu');
    if (reply.ok) onDone();
    else setFault({ member: 'all', words: say.ref(reply.failure.message) });
  };
  return (
    <form
      className="rules-form"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <h3>{say(draft.id === undefined ? 'rota.new' : 'rota.edit')}</h3>
      <TextField
        autoFocus
        list={people}
        label={say('rota.name')}
        value={name}
        error={errorOf('name')}
        onChange={(event) => called(event.target.value)}
      />
      <datalist id={people}>
        {known.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <SelectField
        label={say('rota.level')}
        value={level}
        options={levels.map((value) => ({ value, label: say(`rota.level.${value}`) }))}
        onChange={(event) => setLevel(levels.find((one) => one === event.target.value) ?? draft.level)}
      />
      <TextField label={say('rota.phone')} value={phone} onChange={(event) => setPhone(event.target.value)} />
      <TextField label={say('rota.email')} value={email} onChange={(event) => setEmail(event.target.value)} />
      <MomentField label={say('rota.from')} value={from} error={errorOf('from')} onChange={setFrom} />
      <MomentField label={say('rota.to')} value={to} error={errorOf('to')} onChange={setTo} />
      {fault?.member === 'all' ? <p role="alert">{fault.words}</p> : null}
      <p className="day-acts">
        <Button onClick={onCancel}>{say('rules.cancel')}</Button>
        <Button type="submit" look="primary">
          {say(draft.id === undefined ? 'rota.put' : 'rota.save')}
        </Button>
      </p>
    </form>
  );
}
