import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonLine } from '#renderer/ui/reason-line.tsx';
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
      <ul>
        {versions.map((version) => (
          <VersionLine key={version.version} version={version} mayEdit={mayEdit} onChanged={onChanged} />
        ))}
      </ul>
      {mayEdit && base ? (
        <Button look="quiet" onClick={() => onNew(base)}>
          {say('rules.new')}
        </Button>
      ) : null}
    </section>
  );
}

function VersionLine({ version, mayEdit, onChanged }: { version: PolicyView; mayEdit: boolean; onChanged(): void }) {
  const say = useSay();
  const { clock, verbs } = useDesk();
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
      <b>{words.promise(version)}</b>
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
      {mayEdit && id !== null && version.withdrawnAt === null && !asking ? (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {say('rules.withdraw')}
        </Button>
      ) : null}
      <small>
        {words.source(version)} ·{' '}
        {version.setAt === null
          ? say('rules.shipped')
          : say('rules.by', { name: version.by ?? '', time: time(version.setAt) })}
        {version.reason === null ? '' : ` · ${version.reason}`}
      </small>
      {asking && id !== null ? (
        <ReasonLine
          label={say('rules.form.reason')}
          verb={say('rules.withdraw')}
          onDo={async (reason) => {
            const reply = await verbs.commit({ kind: 'withdraw-policy', policy: id, reason }, 'menu');
            if (!reply.ok) return say.ref(reply.failure.message);
            onChanged();
            return null;
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}
