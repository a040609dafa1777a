import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { formatMoment } from '#shared/text/format.ts';
import './conflicts.css';

type Conflict = CaseDetail['conflicts'][number];

const NAMED = ['lead', 'place', 'severity', 'priority', 'grade'] as const;

/** Two values of one thing, in equal halves, neither coloured; a supervisor decides. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const say = useSay();
  if (conflicts.length === 0) return null;
  return (
    <section className="drawer-part" aria-label={say('drawer.conflicts')}>
      <h2>
        {say('drawer.conflicts')} <span>{conflicts.length}</span>
      </h2>
      <p className="drawer-quiet">{say('drawer.conflicts.lead')}</p>
      {conflicts.map((conflict) => (
        <div key={`${conflict.field}${conflict.other.event}`} className="conflict">
          <h3>{fieldName(conflict.field, say)}</h3>
          <Half title={say('drawer.conflicts.kept')} side={conflict.kept} field={conflict.field} />
          <Half title={say('drawer.conflicts.other')} side={conflict.other} field={conflict.field} />
        </div>
      ))}
    </section>
  );
}

function fieldName(field: string, say: ReturnType<typeof useSay>): string {
  const known = NAMED.find((one) => one === field);
  return say(`drawer.conflicts.field.${known ?? 'other'}`);
}

function Half({ title, side, field }: { title: string; side: Conflict['kept']; field: string }) {
  const say = useSay();
  const { clock } = useDesk();
  const value = ['severity', 'priority', 'grade'].includes(field) ? say.key(`${field}.${side.value}`) : side.value;
  return (
    <div className="conflict-half">
      <small>{title}</small>
      <b>{value}</b>
      <small>
        {say.ref({ key: 'drawer.timeline.who', params: { who: { t: 'person', v: side.actor } } })} ·{' '}
        {formatMoment(say.lang, side.at, clock.now())}
      </small>
    </div>
  );
}
