import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { ConflictCard } from './conflict-card.tsx';
import './conflicts.css';

interface ConflictsProps {
  detail: CaseDetail;
  /** Goes up whenever somebody asks for the first card. */
  asked: number;
  /** In the drawer it stands under a heading of its own; elsewhere under the line that opened it. */
  at: 'drawer' | 'inbox';
  /** Left for later, by Esc or button. */
  onLater(): void;
}

/** What stands open between two people, one card each; for those who may not decide, who can. */
export function Conflicts({ detail, asked, at, onLater }: ConflictsProps) {
  const say = useSay();
  const { picture } = useDesk();
  const { commitInWords } = useCaseActs();
  const section = useRef<HTMLElement>(null);
  const { conflicts, settlers, row } = detail;
  const settle = detail.allowed.find((one) => one.act === 'settle');
  const may = settle?.verdict === 'yes' && !row.readOnly;
  const any = conflicts.length > 0;
  // The queue's tab of conflicts leads here.
  useEffect(() => {
    if (any && picture().filter.tab === 'conflict') section.current?.scrollIntoView({ block: 'nearest' });
  }, [any, picture]);
  useEffect(() => {
    if (asked > 0) section.current?.querySelector<HTMLElement>('.conflict')?.focus();
  }, [asked]);
  // One settled, the next is in hand: a row of them goes by keys alone.
  const settledHere = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of conflicts draws other cards
  useEffect(() => {
    if (settledHere.current) section.current?.querySelector<HTMLElement>('.conflict')?.focus();
    settledHere.current = false;
  }, [conflicts.length]);
  if (!any) return null;
  return (
    <section
      className={at === 'drawer' ? 'drawer-part conflicts' : 'conflicts'}
      aria-label={say('conflict.list')}
      ref={section}
    >
      {at === 'drawer' ? (
        <h2>
          {say('conflict.list')} <span>{conflicts.length}</span>
        </h2>
      ) : null}
      <p className="drawer-quiet">{say('conflict.list.lead')}</p>
      {may ? null : (
        <p className="drawer-say">
          {settle?.why ? say('conflict.may-not', { why: say.ref(settle.why) }) : null}{' '}
          {settlers.length > 0 ? say('conflict.settlers', { names: settlers.join(', ') }) : null}
        </p>
      )}
      {conflicts.map((conflict) => (
        <ConflictCard
          key={`${conflict.field} ${conflict.other.event}`}
          conflict={conflict}
          may={may}
          place={detail.place}
          onLater={onLater}
          onSettle={async (choice, via, reason) => {
            const failed = await commitInWords(
              {
                kind: 'settle',
                subject: conflict.subject,
                field: conflict.field,
                other: conflict.other.event,
                choice,
                ...(reason === '' ? {} : { reason }),
              },
              via,
            );
            settledHere.current = failed === null;
            return failed;
          }}
        />
      ))}
    </section>
  );
}
