import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseAround } from '#shared/contract/view/case-around.ts';
import { PAYEE_RELATIONS, type PayeeRelation } from '#shared/domain/payee.ts';

interface PayeesProps {
  payees: CaseAround['payees'];
  /** True while this drawer may show names. */
  opened: boolean;
  may: boolean;
  /** Words when it failed, null when it stands. */
  onName(relation: PayeeRelation, name: string): Promise<string | null>;
}

/** Those to whom benefits are paid; each has clocks of their own. */
export function Payees({ payees, opened, may, onName }: PayeesProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [relation, setRelation] = useState<string>('');
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const chosen = PAYEE_RELATIONS.find((one) => one === relation);
  const save = async () => {
    if (chosen === undefined) return setError(say('form.needed'));
    const failed = await onName(chosen, name.trim());
    setError(failed);
    if (failed !== null) return;
    setOpen(false);
    setName('');
    setRelation('');
  };
  return (
    <div className="around-row">
      <dt>{say('around.payees')}</dt>
      <dd>
        {payees.length === 0 ? <span className="drawer-quiet">{say('around.payees.none')}</span> : null}
        {payees.map((one) => (
          <span key={one.id} className="around-line">
            {one.relation === null ? say('around.payees') : say(`payee.${one.relation}`)}
            <small>{one.name === null ? say('around.payees.unnamed') : opened ? one.name : '•••••'}</small>
          </span>
        ))}
      </dd>
      {may ? (
        <dd className="around-do">
          <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('around.payees.add')}
          </Button>
        </dd>
      ) : null}
      {open ? (
        <dd className="around-form">
          <SelectField
            label={say('around.payees.relation')}
            error={error ?? undefined}
            value={relation}
            options={[
              { value: '', label: say('form.choose') },
              ...PAYEE_RELATIONS.map((one) => ({ value: one, label: say(`payee.${one}`) })),
            ]}
            onChange={(event) => setRelation(event.currentTarget.value)}
          />
          <TextField
            label={say('around.payees.name')}
            hint={say('form.payee.hint')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <p className="act-form-foot">
            <Button onClick={() => setOpen(false)}>{say('form.cancel')}</Button>
            <Button look="primary" onClick={() => void save()}>
              {say('form.save')}
            </Button>
          </p>
        </dd>
      ) : null}
    </div>
  );
}
