import { usePicture } from '#renderer/app/use-picture.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

const STATES = ['missed', 'warned', 'running', 'paused'] as const;

/** Open cases by state; the numbers add up to the first, whatever the queue is filtered to. */
export function CountsStrip() {
  const say = useSay();
  const counts = usePicture((picture) => picture.board?.counts ?? null);
  if (counts === null) return <p className="counts counts-loading">{say('desk.counts.loading')}</p>;
  return (
    <ul className="counts" aria-label={say('desk.counts')}>
      <li className="counts-total">
        <b>{counts.open}</b> <span>{say('desk.count.open')}</span>
      </li>
      {STATES.map((state) => (
        <li
          key={state}
          title={say(`desk.count.${state}`)}
          className={`counts-${state}`}
          data-zero={counts[state] === 0 ? '' : undefined}
        >
          <UrgencyGlyph urgency={state} />
          <b>{counts[state]}</b> <span className="counts-word">{say(`desk.count.${state}`)}</span>
        </li>
      ))}
      {counts.met > 0 ? (
        <li className="counts-met" title={say('desk.count.met')}>
          <UrgencyGlyph urgency="met" />
          <b>{counts.met}</b> <span>{say('desk.count.met')}</span>
        </li>
      ) : null}
      <li className="counts-unassigned" title={say('desk.count.unassigned')}>
        <UrgencyGlyph urgency="running" unassigned />
        <b>{counts.unassigned}</b> <span className="counts-word">{say('desk.count.unassigned')}</span>
      </li>
    </ul>
  );
}
