import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { PolicyView } from '#shared/contract/view/rules.ts';
import { PromiseGroup } from './promise-group.tsx';
import { ScrollBox } from './scroll-box.tsx';

/** Promises and their versions; a supervisor of headquarters changes them. */
export function PromisesPart({ onNew }: { onNew(from: PolicyView): void }) {
  const say = useSay();
  const { engine } = useDesk();
  const user = usePicture((picture) => picture.session.user);
  const [reply, setReply] = useState<Reply<PolicyView[]> | null>(null);
  const read = useCallback(() => void engine.call('rules.policies', {}).then(setReply), [engine]);
  useEffect(read, [read]);
  const mayEdit = user?.role === 'supervisor' && user.scope.kind === 'hq';
  const groups = new Map<string, PolicyView[]>();
  for (const view of reply?.ok ? reply.value : [])
    groups.set(view.row.key, [...(groups.get(view.row.key) ?? []), view]);
  return (
    <ScrollBox>
      <p className="rules-lead">
        {say('rules.lead')} {mayEdit ? null : say('rules.read-only')}
      </p>
      {reply === null ? <p role="status">{say('rules.loading')}</p> : null}
      {reply && !reply.ok ? (
        <p role="alert">
          {say('rules.failed')} {say.ref(reply.failure.message)} <Button onClick={read}>{say('drawer.retry')}</Button>
        </p>
      ) : null}
      {[...groups].map(([key, versions]) => (
        <PromiseGroup key={key} name={key} versions={versions} mayEdit={mayEdit} onNew={onNew} onChanged={read} />
      ))}
    </ScrollBox>
  );
}
