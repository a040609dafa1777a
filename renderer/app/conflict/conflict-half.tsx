import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { ConflictSide } from '#shared/contract/view/conflict.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { haversine } from '#shared/geo/haversine.ts';
import { formatKm, formatMoment, formatTimeSeconds } from '#shared/text/format.ts';
import { sawWords, seenWords, valueWords } from './conflict-words.ts';

interface ConflictHalfProps {
  field: string;
  title: string;
  side: ConflictSide;
  against: ConflictSide;
  /** Where it happened; null where nobody knows. */
  place: { lat: number; lon: number } | null;
  /** The button's words and key; null for those who may only look. */
  choice: { words: string; shortcut: string; onPick(): void } | null;
  busy: boolean;
}

/** One of two equal halves: the value, who, when, what they saw, why, and what it does to the clocks. */
export function ConflictHalf({ field, title, side, against, place, choice, busy }: ConflictHalfProps) {
  const say = useSay();
  const { clock, verbs } = useDesk();
  const now = clock.now();
  const leads = field === 'lead';
  const branch = leads ? branchByCode(side.value) : undefined;
  const far = leads && place !== null;
  const arrived =
    side.arrivedAt === null
      ? say('conflict.waiting')
      : say(side.online ? 'conflict.online' : 'conflict.offline', { at: whenWords(side.arrivedAt, now, say) });
  return (
    <div
      className="conflict-half"
      style={{ gridRow: `span ${5 + Number(leads) + Number(far) + Number(choice !== null)}` }}
      onPointerEnter={branch ? () => verbs.hoverBranch(side.value) : undefined}
      onPointerLeave={branch ? () => verbs.hoverBranch(null) : undefined}
    >
      <div className="conflict-value">
        {branch ? <span className="code">{side.value}</span> : null}
        <b>{branch?.short ?? valueWords(field, side.value, say)}</b>
        <small>{title}</small>
      </div>
      <Fact name={say('conflict.who')} value={say.ref(person(side.actor))} />
      <Fact name={say('conflict.when')} value={whenWords(side.at, now, say)} more={arrived} />
      <Fact
        name={say(leads ? 'conflict.saw.lead' : 'conflict.saw')}
        value={sawWords(field, side, say)}
        more={seenWords(side, against, say)}
      />
      <Fact
        name={say('conflict.reason')}
        value={side.reason ?? say('conflict.reason.none')}
        quiet={side.reason === null}
      />
      {far ? (
        <Fact
          name={say('conflict.far')}
          value={branch ? formatKm(Math.round(haversine(place.lat, place.lon, branch.lat, branch.lon))) : '–'}
        />
      ) : null}
      {leads ? (
        <dl className="conflict-fact">
          <dt>{say('conflict.clocks')}</dt>
          <dd>
            {side.clocks.map((one) => (
              <span key={one.key} className="conflict-clock">
                {say.key(`clock.name.${one.key}`)} <b>{clockWords(one, now, say)}</b>
              </span>
            ))}
          </dd>
        </dl>
      ) : null}
      {choice ? (
        <Button className="conflict-choice" shortcut={choice.shortcut} disabled={busy} onClick={choice.onPick}>
          {choice.words}
        </Button>
      ) : null}
    </div>
  );
}

function Fact({ name, value, more, quiet }: { name: string; value: string; more?: string; quiet?: boolean }) {
  return (
    <dl className="conflict-fact">
      <dt>{name}</dt>
      <dd>
        <span className={quiet ? 'conflict-quiet' : undefined}>{value}</span>
        {more === undefined ? null : <small>{more}</small>}
      </dd>
    </dl>
  );
}

const person = (v: string) => ({ key: 'conflict.who.is', params: { who: { t: 'person' as const, v } } });

/** Two acts may be seconds apart: today with seconds, else with the day. */
function whenWords(at: number, now: number, say: Say): string {
  const moment = formatMoment(say.lang, at, now);
  return /^\d\d:\d\d$/.test(moment) ? formatTimeSeconds(at) : moment;
}

function clockWords(clock: SlimClock, now: number, say: Say): string {
  if (clock.stoppedAt !== null) return say('conflict.clock.met');
  if (clock.pausedSince !== null) return say('conflict.clock.paused');
  return formatMoment(say.lang, clock.due, now);
}
