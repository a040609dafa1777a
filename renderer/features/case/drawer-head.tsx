import { ChevronDown, ChevronUp, Eye, X } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { formatMoment } from '#shared/text/format.ts';
import { useRowUrgency } from './use-urgency.ts';

interface DrawerHeadProps {
  row: QueueRow;
  /** Where it stands in the queue as shown, and how many stand there; −1 when the filter hides it. */
  at: number;
  of: number;
  /** Who else has it open, by name. */
  others: readonly string[];
}

/** Number, state, what, where and when; walk to the neighbours, close. */
export function DrawerHead({ row, at, of, others: readers }: DrawerHeadProps) {
  const say = useSay();
  const { verbs, clock } = useDesk();
  const urgency = useRowUrgency(row);
  const where = [row.place, row.state].filter(Boolean).join(', ');
  const short = shortNumber(row.number, clock.now());
  // The incident's own number says nothing that the case's does not.
  const others = [...new Set(row.aliases)].filter((one) => one !== row.number && !row.number.startsWith(`${one}/`));
  const word = urgency === null ? say(`status.${row.status}`) : say(`urgency.${urgency}`);
  return (
    <header className="drawer-head">
      <div className="drawer-title">
        <b className="drawer-number" title={row.number}>
          {short}
        </b>
        <span className={`drawer-state drawer-state-${urgency ?? 'met'}`}>
          <UrgencyGlyph urgency={urgency ?? 'met'} unassigned={row.lead === null && row.status !== 'closed'} />
          {word}
        </span>
        <span className="drawer-walk">
          <IconButton
            icon={ChevronUp}
            label={say('drawer.previous')}
            disabled={at === 0 || of === 0}
            onClick={() => verbs.step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label={say('drawer.next')}
            disabled={at === of - 1 || of === 0}
            onClick={() => verbs.step(1)}
          />
          <IconButton icon={X} label={say('drawer.close')} onClick={() => verbs.select(null)} />
        </span>
      </div>
      {readers.length > 0 ? (
        <p className="drawer-readers" role="status">
          <Eye size={14} strokeWidth={1.75} aria-hidden />
          {say('drawer.readers', { names: readers.join(', ') })}
        </p>
      ) : null}
      <h2 className="drawer-what">
        {say(`severity.${row.severity}`)} · {say(`kind.short.${row.kind}`)}
      </h2>
      <p className="drawer-where">
        {where || say('drawer.place.unknown')} <span className="drawer-dot">·</span>{' '}
        {formatMoment(say.lang, row.receivedAt, clock.now())}
      </p>
      <p className="drawer-quiet">
        {short === row.number ? '' : `${row.number} · `}
        {say(`grade.${row.grade}`)}
        {row.priority === 'high' ? ` · ${say('drawer.high-priority')}` : ''}
        {others.length > 0 ? ` · ${say('drawer.aliases', { aliases: others.join(', ') })}` : ''}
      </p>
    </header>
  );
}
