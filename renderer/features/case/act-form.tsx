import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { ActField } from './act-field.tsx';
import { buildAct } from './build-act.ts';
import { type FieldName, type FormAct, type FormValues, fieldsOf, isSquadAct } from './form-fields.ts';
import { PauseWhatIf } from './pause-what-if.tsx';

interface ActFormProps {
  act: FormAct;
  row: QueueRow;
  /** Payees the case names, by id and in words. */
  payees?: readonly { value: string; label: string }[];
  /** What stands in the fields at first. */
  filled?: FormValues;
  /** The engine's refusal, null when the act stands. */
  onSave(act: Act, happenedAt: string | undefined): Promise<Failure | null>;
  onClose(): void;
}

/** Names of the engine's members that stand under another name in the form. */
const FIELD_OF: Readonly<Record<string, FieldName>> = {
  happenedAt: 'when',
  amountSen: 'amount',
  told: 'how',
  by: 'by',
};

/** The small form of one act, under the bar. Ctrl Enter or Enter in a line saves, Esc closes. */
export function ActForm({ act, row, payees = [], filled, onSave, onClose }: ActFormProps) {
  const say = useSay();
  const { clock } = useDesk();
  const forSquad = usePicture((picture) => picture.session.user?.role !== 'branch');
  const [values, setValues] = useState<FormValues>(filled ?? {});
  const [errors, setErrors] = useState<Partial<Record<FieldName | 'form', string>>>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const fields = fieldsOf(act, forSquad, payees.length > 0);

  const save = async () => {
    const built = buildAct(act, row.case, values, { now: clock.now(), forSquad, payees: payees.length > 0 });
    if (!built.ok) {
      setErrors(Object.fromEntries(Object.entries(built.errors).map(([name, key]) => [name, say.key(key)])));
      focusFirst(form.current);
      return;
    }
    setBusy(true);
    const failure = await onSave(built.act, built.happenedAt);
    setBusy(false);
    if (failure === null) return onClose();
    const named = failure.field?.split('.').at(-1) ?? '';
    const reason = fields.includes('declineReason') ? 'declineReason' : 'pauseReason';
    const at = (named === 'reason' ? reason : FIELD_OF[named]) ?? fields.find((name) => name === named) ?? 'form';
    setErrors({ [at]: say.ref(failure.message) });
    focusFirst(form.current);
  };

  return (
    <form
      ref={form}
      className="act-form"
      aria-label={say(`act.${act}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void save();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p className="act-form-head">
        <b>{say(`act.${act}`)}</b>
        {isSquadAct(act) && forSquad && row.lead !== null ? (
          <small>{say('form.for-squad', { code: row.lead })}</small>
        ) : null}
      </p>
      <div className="act-form-fields">
        {fields.map((name, index) => (
          <ActField
            key={name}
            act={act}
            name={name}
            value={values[name] ?? ''}
            severity={row.severity}
            error={errors[name]}
            first={index === 0}
            payees={payees}
            onValue={(value) => {
              setValues({ ...values, [name]: value });
              setErrors(({ [name]: _, form: __, ...rest }) => rest);
            }}
          />
        ))}
      </div>
      {act === 'pause' ? <PauseWhatIf caseId={row.case} values={values} /> : null}
      {errors.form ? (
        <p className="field-error" role="alert">
          {errors.form}
        </p>
      ) : null}
      <p className="act-form-foot">
        <Button onClick={onClose}>{say('form.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {say('form.save')}
        </Button>
      </p>
    </form>
  );
}

/** After the errors are drawn, the first field at fault takes the focus. */
function focusFirst(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
