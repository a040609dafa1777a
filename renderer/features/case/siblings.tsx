import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';

/** The cases of the same incident, one box a victim: 1 2 3; the one on screen is marked. */
export function Siblings({ detail }: { detail: CaseDetail }) {
  const say = useSay();
  const { verbs } = useDesk();
  if (detail.siblings.length < 2) return null;
  return (
    <nav className="siblings" aria-label={say('drawer.siblings')}>
      <span>{say('drawer.siblings')}</span>
      {[...detail.siblings]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map((one) => (
          <button
            key={one.case}
            type="button"
            aria-current={one.case === detail.row.case ? 'true' : undefined}
            aria-label={say('drawer.sibling', {
              n: one.ordinal,
              of: detail.siblings.length,
              number: one.number,
            })}
            title={one.lead === null ? say('drawer.lead.none') : one.lead}
            className={one.lead === null ? 'sibling-unassigned' : undefined}
            onClick={() => verbs.select(one.case)}
          >
            {one.ordinal}
          </button>
        ))}
    </nav>
  );
}
