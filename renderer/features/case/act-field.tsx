import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { SelectField, TextArea, TextField } from '#renderer/ui/field.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import { BENEFITS } from '#shared/domain/benefit.ts';
import { FIRST_ACTIONS, OUTCOMES, offeredPauseReasons, PAUSE_REASONS, TOLD_BY } from '#shared/domain/case-status.ts';
import { DECLINE_REASONS } from '#shared/domain/decline-reason.ts';
import { GRADES, SEVERITIES, type Severity } from '#shared/domain/incident-kind.ts';
import { readMalaysiaMoment } from '#shared/kit/read-malaysia-moment.ts';
import { readRinggit } from '#shared/kit/read-ringgit.ts';
import { formatMoment, formatMoney } from '#shared/text/format.ts';
import type { TextKey } from '#shared/text/say.ts';
import type { FieldName, FormAct } from './form-fields.ts';

/** Fields with a fixed set of values: catalogue prefix and values. */
const CHOICES: Partial<Record<FieldName, { prefix: string; values: readonly string[] }>> = {
  severity: { prefix: 'severity', values: SEVERITIES },
  priority: { prefix: 'priority', values: ['normal', 'high'] },
  grade: { prefix: 'grade', values: GRADES },
  how: { prefix: 'told', values: TOLD_BY },
  action: { prefix: 'first-action', values: FIRST_ACTIONS },
  benefit: { prefix: 'benefit', values: BENEFITS },
  eligible: { prefix: 'form.eligible', values: ['yes', 'no'] },
  pauseReason: { prefix: 'pause', values: PAUSE_REASONS },
  declineReason: { prefix: 'decline', values: DECLINE_REASONS },
  outcome: { prefix: 'outcome', values: OUTCOMES },
  sex: { prefix: 'sex', values: ['male', 'female'] },
};

const LABELS: Readonly<Record<FieldName, TextKey>> = {
  severity: 'form.severity',
  priority: 'form.priority',
  grade: 'form.grade',
  how: 'form.how',
  by: 'form.by',
  when: 'form.when',
  action: 'form.action',
  benefit: 'form.benefit',
  eligible: 'form.eligible',
  amount: 'form.amount',
  payee: 'form.payee',
  payeeId: 'form.payee-of',
  declineReason: 'form.decline-reason',
  pauseReason: 'form.pause-reason',
  until: 'form.until',
  outcome: 'form.outcome',
  text: 'form.text',
  name: 'form.name',
  idNumber: 'form.id-number',
  sex: 'form.sex',
  age: 'form.age',
  occupation: 'form.occupation',
  employer: 'form.employer',
  phone: 'form.phone',
  relation: 'form.relation',
  town: 'form.town',
};

const HINTS: Partial<Record<FieldName, TextKey>> = {
  by: 'form.by.hint',
  when: 'form.when.hint',
  amount: 'form.amount.hint',
  payee: 'form.payee.hint',
  until: 'form.until.hint',
};

/** Fields in which leaving the blank choice means "as it is". */
const KEEPS: readonly FieldName[] = ['severity', 'priority', 'grade', 'sex'];

interface ActFieldProps {
  act: FormAct;
  name: FieldName;
  value: string;
  /** Of the case. */
  severity: Severity;
  error: string | undefined;
  first: boolean;
  /** Those the case names, in words. */
  payees: readonly { value: string; label: string }[];
  onValue(value: string): void;
}

/** One field of an act's form; below it what it was read as, a hint, or what is wrong. */
export function ActField({ act, name, value, severity, error, first, payees, onValue }: ActFieldProps) {
  const say = useSay();
  const { clock } = useDesk();
  const sure = usePicture((picture) => picture.link?.timesSure !== false);
  const choices = CHOICES[name];
  const hintKey = HINTS[name];
  const label = name === 'text' && act !== 'close' && act !== 'note' ? say('form.text.why') : say.key(LABELS[name]);
  const hint = readAs(name, value, say, { now: clock.now(), sure }) ?? (hintKey ? say.key(hintKey) : undefined);
  const shared = { label, hint, error, value, 'data-autofocus': first ? true : undefined };
  if (name === 'payeeId') {
    return (
      <SelectField
        {...shared}
        onChange={(event) => onValue(event.currentTarget.value)}
        options={[{ value: '', label: say('form.payee-all') }, ...payees]}
      />
    );
  }
  if (choices) {
    const offered: readonly string[] = name === 'pauseReason' ? offeredPauseReasons(severity) : choices.values;
    return (
      <SelectField
        {...shared}
        onChange={(event) => onValue(event.currentTarget.value)}
        options={[
          { value: '', label: say(KEEPS.includes(name) ? 'form.keep' : 'form.choose') },
          ...choices.values
            .filter((one) => offered.includes(one) || one === value)
            .map((one) => ({ value: one, label: say.key(`${choices.prefix}.${one}`) })),
        ]}
      />
    );
  }
  if (name === 'text')
    return <TextArea {...shared} rows={2} onChange={(event) => onValue(event.currentTarget.value)} />;
  return (
    <TextField
      {...shared}
      inputMode={name === 'amount' ? 'decimal' : name === 'age' ? 'numeric' : undefined}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

/**
 * What the typed words were understood as, so that a slip is seen before saving; with the day while this desk's time is
 * an estimate, for its today may not be.
 */
function readAs(
  name: FieldName,
  value: string,
  say: Say,
  { now, sure }: { now: number; sure: boolean },
): string | undefined {
  if (value.trim() === '') return undefined;
  if (name === 'amount') {
    const sen = readRinggit(value);
    return sen === null ? undefined : say('form.amount.reads', { amount: formatMoney(sen) });
  }
  if (name !== 'when') return undefined;
  const read = readMalaysiaMoment(value, now);
  return read.ok ? say('form.when.reads', { at: formatMoment(say.lang, read.ms, sure ? now : undefined) }) : undefined;
}
