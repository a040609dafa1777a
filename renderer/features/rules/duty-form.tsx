import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ROTA_LEVELS, type RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { formatMoment } from '#shared/text/format.ts';
import { MomentField } from './moment-field.tsx';
import { readStart } from './read-start.ts';

const FAULTS = { past: 'rules.form.past', unreadable: 'form.when.unreadable' } as const;

interface DutyFormProps {
  branch: string;
  /** The next stretch nobody covers: what the form opens with. */
  gap: { from: number; to: number } | null;
  onDone(): void;
}

/** Puts somebody on duty at an office for a span: a night, a weekend, or a swap of either. */
export function DutyForm({ branch, gap, onDone }: DutyFormProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [level, setLevel] = useState<RotaLevel>('squad');
  const [from, setFrom] = useState(formatMoment(say.lang, gap?.from ?? clock.now()));
  const [to, setTo] = useState(formatMoment(say.lang, gap?.to ?? clock.now() + 12 * 3_600_000));
  const [fault, setFault] = useState<{ member: 'name' | 'from' | 'to' | 'all'; words: string } | null>(null);
  const errorOf = (member: 'name' | 'from' | 'to') => (fault?.member === member ? fault.words : undefined);
  const put = async () => {
    if (name.trim() === '') return setFault({ member: 'name', words: say('rules.form.needed') });
    const [start, end] = [readStart(from, clock.now()), readStart(to, clock.now())];
    if (!start.ok) return setFault({ member: 'from', words: say(FAULTS[start.why]) });
    if (!end.ok) return setFault({ member: 'to', words: say(FAULTS[end.why]) });
    if (end.ms <= start.ms) return setFault({ member: 'to', words: say('failure.span-empty') });
    const duty = {
      area: { kind: 'branch', branch },
      level,
      from: isoMalaysia(start.ms),
      to: isoMalaysia(end.ms),
      name: name.trim(),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
    } as const;
    const reply = await verbs.commit({ kind: 'set-rota', duties: [duty] }, 'menu');
    setFault(reply.ok ? null : { member: 'all', words: say.ref(reply.failure.message) });
    if (!reply.ok) return;
    setName('');
    onDone();
  };
  return (
    <form
      className="version-form duty-form"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <TextField
        label={say('rota.name')}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={say('rota.level')}
        value={level}
        options={ROTA_LEVELS.filter((one) => one === 'squad' || one === 'head').map((value) => ({
          value,
          label: say(`rota.level.${value}`),
        }))}
        onChange={(event) => setLevel(event.target.value === 'head' ? 'head' : 'squad')}
      />
      <TextField label={say('rota.phone')} value={phone} onChange={(event) => setPhone(event.target.value)} />
      <TextField label={say('rota.email')} value={email} onChange={(event) => setEmail(event.target.value)} />
      <MomentField label={say('rota.from')} value={from} error={errorOf('from')} onChange={setFrom} />
      <MomentField label={say('rota.to')} value={to} error={errorOf('to')} onChange={setTo} />
      {fault?.member === 'all' ? <p role="alert">{fault.words}</p> : null}
      <Button type="submit" look="primary">
        {say('rota.put')}
      </Button>
    </form>
  );
}
