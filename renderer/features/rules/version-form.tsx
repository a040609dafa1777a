import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyPreviewView, PolicyView } from '#shared/contract/view/rules.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { formatMoment } from '#shared/text/format.ts';
import { buildVersion, draftOf, type VersionDraft, type VersionFaults } from './build-version.ts';
import { MomentField } from './moment-field.tsx';
import { PreviewTable } from './preview-table.tsx';
import { useRuleWords } from './use-rule-words.ts';

const STATUSES = ['stated', 'published', 'inferred'] as const;

interface VersionFormProps {
  /** What it is made from. */
  base: PolicyView;
  onClose(): void;
  onDone(): void;
}

/** A new version of a promise: what it changes is shown before it can be saved. */
export function VersionForm({ base, onClose, onDone }: VersionFormProps) {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const words = useRuleWords();
  const row = { ...base.row, source: words.source(base) };
  const [draft, setDraft] = useState(() => draftOf(row, formatMoment(say.lang, clock.now())));
  const [faults, setFaults] = useState<VersionFaults>({});
  const [seen, setSeen] = useState<{ row: PolicyRowData; preview: PolicyPreviewView } | null>(null);
  const [move, setMove] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const put = (member: keyof VersionDraft, value: string) => {
    setDraft({ ...draft, [member]: value });
    // What was shown was of another version; only the reason changes nothing.
    if (member !== 'reason') setSeen(null);
  };
  const built = () => {
    const version = buildVersion(base.row, draft, clock.now());
    setFaults(version.ok ? {} : version.faults);
    return version.ok ? version.row : null;
  };
  const look = async () => {
    const row = built();
    if (row === null) return;
    setBusy(true);
    const reply = await engine.call('rules.preview', { policy: row });
    setBusy(false);
    setFailed(reply.ok ? null : say.ref(reply.failure.message));
    if (reply.ok) setSeen({ row, preview: reply.value });
  };
  const save = async () => {
    const row = built();
    if (row === null || seen === null) return;
    setBusy(true);
    const moves = move && seen.preview.moves.length > 0 ? { moves: seen.preview.moves } : {};
    const act = {
      kind: 'set-policy',
      policy: row,
      replaces: base.version,
      reason: draft.reason.trim(),
      ...moves,
    } as const;
    const reply = await verbs.commit(act, 'menu');
    setBusy(false);
    if (reply.ok) onDone();
    else setFailed(say.ref(reply.failure.message));
  };
  const field = (member: Exclude<keyof VersionDraft, 'status'>) => {
    const fault = faults[member];
    return {
      value: draft[member],
      error: fault === undefined ? undefined : say(fault),
      onChange: (event: { target: { value: string } }) => put(member, event.target.value),
    };
  };
  const { kind } = base.row.rule;
  return (
    <Dialog
      title={`${say('rules.new')}: ${say.key(`clock.long.${base.row.key}`)}`}
      width={640}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onDone}>{say('rules.cancel')}</Button>
          {seen === null ? (
            <Button look="primary" disabled={busy} onClick={() => void look()}>
              {say('rules.preview')}
            </Button>
          ) : (
            <Button look="primary" disabled={busy} onClick={() => void save()}>
              {say('rules.save')}
            </Button>
          )}
        </>
      }
    >
      <div className="version-form">
        <MomentField
          first
          label={say('rules.form.from')}
          hint={say('rules.form.from.hint')}
          {...field('from')}
          onChange={(text) => put('from', text)}
        />
        {kind === 'same-day' ? (
          <>
            <TextField label={say('rules.form.cut')} {...field('cutOff')} />
            <TextField label={say('rules.form.late')} {...field('lateDue')} />
          </>
        ) : (
          <TextField
            label={say(kind === 'days' ? 'rules.form.days' : 'rules.form.minutes')}
            inputMode="numeric"
            {...field('amount')}
          />
        )}
        <TextField label={say('rules.form.warn')} {...field('warnAt')} />
        <SelectField
          label={say('rules.form.status')}
          value={draft.status}
          options={STATUSES.map((value) => ({ value, label: say(`rules.status.${value}`) }))}
          onChange={(event) => put('status', event.target.value)}
        />
        <TextField label={say('rules.form.source')} {...field('source')} />
        <TextField label={say('rules.form.reason')} {...field('reason')} />
      </div>
      {seen === null ? null : <PreviewTable preview={seen.preview} move={move} onMove={setMove} />}
      {failed === null ? null : <p role="alert">{failed}</p>}
    </Dialog>
  );
}
