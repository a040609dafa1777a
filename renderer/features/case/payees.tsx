import { useState } from 'react';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseAround } from '#shared/contract/view/case-around.ts';
import { PAYEE_RELATIONS, type PayeeRelation } from '#shared/domain/payee.ts';
import { FormRow, FormRowFoot } from './form-row.tsx';

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
  const [relation, setRelation] = useState<string>('');
  const [name, setName] = useState('');
  const chosen = PAYEE_RELATIONS.find((one) => one === relation);
  const save = async (settle: (failed: string | null) => void) => {
    if (chosen === undefined) return settle(say('form.needed'));
    const failed = await onName(chosen, name.trim());
    settle(failed);
    if (failed !== null) return;
    setName('');
    setRelation('');
  };
  return (
    <FormRow
      label={say('around.payees')}
      button={may ? say('around.payees.add') : null}
      form={({ error, settle, close }) => (
        <>
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
          <FormRowFoot onClose={close} onSave={() => void save(settle)} />
        </>
      )}
    >
      {payees.length === 0 ? <span className="drawer-quiet">{say('around.payees.none')}</span> : null}
      {payees.map((one) => (
        <span key={one.id} className="around-line">
          {one.relation === null ? say('around.payees') : say(`payee.${one.relation}`)}
          <small>{one.name === null ? say('around.payees.unnamed') : opened ? one.name : '•••••'}</small>
        </span>
      ))}
    </FormRow>
  );
}
