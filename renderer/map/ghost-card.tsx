import { Ban } from 'lucide-react';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatKm, formatMoment } from '#shared/text/format.ts';
import { isRefused } from './carried-plan.ts';
import { GhostDuty } from './ghost-duty.tsx';
import { narrowMoment } from './narrow-moment.ts';
import type { CardSize } from './rack-rows.ts';

export interface GhostCardProps {
  candidate: Candidate;
  /** 1–9, the key that aims at it. */
  index: number;
  target: boolean;
  /** Less where the rack is short of room. */
  size: CardSize;
  /** Share of the heaviest load on the rack, 0–1. */
  load: number;
  /** ms since 1970. */
  now: number;
  onAim(): void;
  onDrop(): void;
}

/** What a drop on one office would mean: distance, load, who is on duty, three due times, the reason; or why it is refused. */
export function GhostCard({ candidate, index, target, size, load, now, onAim, onDrop }: GhostCardProps) {
  const say = useSay();
  const refused = isRefused(candidate);
  const branch = branchByCode(candidate.branch);
  const name = say('map.branch', { code: candidate.branch, town: branch?.short ?? '' });
  const { declinedAt } = candidate;
  const declined =
    declinedAt === undefined ? null : say('assign.declined', { at: formatMoment(say.lang, declinedAt, now) });
  const reason = declined ?? say.ref(candidate.reason);
  const asks = candidate.verdict === 'with-reason';
  // The distance stands at the head of the card already.
  const nearOnly = declined === null && candidate.reason.key === 'candidate.near';
  const only = size !== 'slim' && candidate.ghosts.length === 1;
  const bar = <i className="ghost-bar" style={{ backgroundSize: `${Math.round(load * 100)}% 100%` }} />;
  return (
    <button
      type="button"
      className="ghost"
      data-branch-card={candidate.branch}
      data-target={target}
      data-refused={refused}
      data-declined={declined === null ? undefined : ''}
      title={declined ?? undefined}
      data-size={size}
      aria-pressed={target}
      aria-keyshortcuts={String(index)}
      aria-disabled={refused}
      onFocus={onAim}
      onClick={refused ? onAim : onDrop}
    >
      <span className="ghost-head">
        {refused ? <Ban size={14} strokeWidth={1.75} aria-hidden /> : <Kbd>{index}</Kbd>}
        <b className="ghost-name">{name}</b>
        {branch?.verified === false && (
          <i className="ghost-doubt" role="img" aria-label={say('branch.unverified')} title={say('branch.unverified')}>
            ?
          </i>
        )}
        {size === 'slim' && !refused && (
          <span className="ghost-count">{say('map.ghost.active', { n: candidate.active })}</span>
        )}
        {candidate.km !== null && <span className="ghost-km">{formatKm(candidate.km)}</span>}
      </span>
      {refused ? (
        <span className="ghost-reason">
          {say('map.ghost.refused', { reason: say.ref(candidate.refused ?? candidate.reason) })}
        </span>
      ) : (
        <>
          {size === 'slim' ? (
            bar
          ) : (
            <span className="ghost-load">
              {bar}
              <span>{say('map.ghost.active', { n: candidate.active })}</span>
              {candidate.late > 0 && (
                <span className="ghost-late" title={say('map.ghost.late', { n: candidate.late })}>
                  <UrgencyGlyph urgency="missed" size={12} label={say('urgency.missed')} /> {candidate.late}
                </span>
              )}
              <GhostDuty duty={candidate.duty} />
            </span>
          )}
          <span className="ghost-clocks" data-count={Math.min(3, candidate.ghosts.length)}>
            {candidate.ghosts.slice(0, 3).map(({ key, due, warnAt }) => {
              const urgency = now > due ? 'missed' : now >= warnAt ? 'warned' : 'running';
              return (
                <span key={key} data-urgency={urgency}>
                  <UrgencyGlyph urgency={urgency} size={14} label={say(`urgency.${urgency}`)} />
                  <span className={size === 'whole' || only ? undefined : 'sr-only'}>
                    {say.key(`clock.name.${key}`)}
                  </span>
                  <b className="ghost-due" title={formatMoment(say.lang, due, now)}>
                    {narrowMoment(say.lang, due, now)}
                  </b>
                </span>
              );
            })}
            {size === 'slim' && <GhostDuty duty={candidate.duty} slim />}
          </span>
          {size === 'whole' && (
            <span className="ghost-reason" title={reason}>
              {asks && nearOnly ? null : candidate.suggested ? say('map.ghost.suggested', { reason }) : reason}
              {asks && (nearOnly ? '' : ' · ') + say('map.ghost.with-reason')}
            </span>
          )}
        </>
      )}
    </button>
  );
}
