import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ROTA_LEVELS, type RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';

interface DutyFormProps {
  branch: string;
  /** The next stretch nobody covers: what the form opens with. */
  gap: { from: number; to: number } | null;
  onDone(): void;
}

const typed = (ms: number) => isoMalaysia(ms).slice(0, 16);

/** Puts somebody on duty at an office for a span: a night, a weekend, or a swap of either. */
export function DutyForm({ branch, gap, onDone }: DutyFormProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [level, setLevel] = useState<RotaLevel>('squad');
  const [from, setFrom] = useState(typed(gap?.from ?? clock.now()));
  const [to, setTo] = useState(typed(gap?.to ?? clock.now() + 12 * 3_600_000));
  const [fault, setFault] = useState<{ member: 'name' | 'to' | 'all'; words: string } | null>(null);
  const errorOf = (member: 'name' | 'to') => (fault?.member === member ? fault.words : undefined);
  const put = async () => {
    if (name.trim() === '') return setFault({ member: 'name', words: say('rules.form.needed') });
    if (!(Date.parse(`${to}:00+08:00`) > Date.parse(`${from}:00+08:00`)))
      return setFault({ member: 'to', words: say('failure.span-empty') });
    const duty = {
      area: { kind: 'branch', branch },
      level,
      from: `${from}:00+08:00`,
      to: `${to}:00+08:00`,
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
      <TextField
        type="datetime-local"
        label={say('rota.from')}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        type="datetime-local"
        label={say('rota.to')}
        value={to}
        error={errorOf('to')}
        onChange={(event) => setTo(event.target.value)}
      />
      {fault?.member === 'all' ? <p role="alert">{fault.words}</p> : null}
      <Button type="submit" look="primary">
        {say('rota.put')}
      </Button>
    </form>
  );
}
