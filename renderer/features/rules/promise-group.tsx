import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { formatMoment } from '#shared/text/format.ts';
import { useRuleWords } from './use-rule-words.ts';

interface PromiseGroupProps {
  /** Key of the promise. */
  name: string;
  /** Its versions, the newest first. */
  versions: readonly PolicyView[];
  mayEdit: boolean;
  onNew(from: PolicyView): void;
  onChanged(): void;
}

/** One promise: the version in force, where it comes from, and the others over time. */
export function PromiseGroup({ name, versions, mayEdit, onNew, onChanged }: PromiseGroupProps) {
  const say = useSay();
  const base = versions.find((one) => one.inForce) ?? versions[0];
  return (
    <section className="promise">
      <h3>{say.key(`clock.long.${name}`)}</h3>
      {mayEdit && base ? (
        <Button look="quiet" onClick={() => onNew(base)}>
          {say('rules.new')}
        </Button>
      ) : null}
      <ul>
        {versions.map((version) => (
          <VersionLine key={version.version} version={version} mayEdit={mayEdit} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function VersionLine({ version, mayEdit, onChanged }: { version: PolicyView; mayEdit: boolean; onChanged(): void }) {
  const say = useSay();
  const { clock } = useDesk();
  const words = useRuleWords();
  const [asking, setAsking] = useState(false);
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const { row, id } = version;
  return (
    <li
      className="version"
      data-in-force={version.inForce || undefined}
      data-off={version.withdrawnAt !== null || undefined}
    >
      <b>{words(row)}</b>
      <span className="version-mark">{say(row.status === 'inferred' ? 'rules.inferred' : 'rules.confirmed')}</span>
      <span>
        {version.inForce ? `${say('rules.in-force')} · ` : ''}
        {say('rules.from', { time: time(version.from) })}
        {version.to === null || version.withdrawnAt !== null
          ? ''
          : ` ${say('rules.until', { time: time(version.to) })}`}
        {row.when === null ? '' : ` · ${say('rules.special')}`}
        {version.withdrawnAt === null ? '' : ` · ${say('rules.withdrawn', { time: time(version.withdrawnAt) })}`}
      </span>
      {mayEdit && id !== null && version.withdrawnAt === null ? (
        <Button look="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {say('rules.withdraw')}
        </Button>
      ) : null}
      <small>
        {row.source} ·{' '}
        {version.setAt === null
          ? say('rules.shipped')
          : say('rules.by', { name: version.by ?? '', time: time(version.setAt) })}
        {version.reason === null ? '' : ` · ${version.reason}`}
      </small>
      {asking && id !== null ? <Withdraw id={id} onDone={onChanged} /> : null}
    </li>
  );
}

function Withdraw({ id, onDone }: { id: string; onDone(): void }) {
  const say = useSay();
  const { verbs } = useDesk();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const withdraw = async () => {
    if (reason.trim() === '') return setError(say('rules.form.needed'));
    const reply = await verbs.commit({ kind: 'withdraw-policy', policy: id, reason: reason.trim() }, 'menu');
    if (reply.ok) onDone();
    else setError(say.ref(reply.failure.message));
  };
  return (
    <div className="version-ask">
      <TextField
        label={say('rules.form.reason')}
        value={reason}
        error={error}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button onClick={() => void withdraw()}>{say('rules.withdraw')}</Button>
    </div>
  );
}
