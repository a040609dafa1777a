import { QUIET, type Ringing, ring, worstOf } from '#shared/clocks/alarms/ringing.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import type { Night } from '../play.ts';
import { wholeLook } from '../world/next-on-board.ts';
import type { Place } from '../world/world.ts';

const SECOND = 1_000;
/** Raised later than this after it was reached is said to be late, ms. */
const LATE_MS = 30 * SECOND;
/** Up to when a console looked is kept this often, ms. */
const LOOKED_MS = 61 * SECOND;
/** What an exact timer may take. */
const PROMPT_MS = 100;
const MUTE_MS = 600 * SECOND;
const TEN_MINUTES = 600 * SECOND;
/** So many that are gone, and that were heard, a picture names. */
const MOST_TOLD = 20;
/** One spell is repeated this often, and a little. */
const AGAIN_MS = 76 * SECOND;
/** An engine that died leaves the last picture to nobody. */
type Standing = Map<string, { clock: string; fraction: number }>;

/** Watches what one room is shown and sounded, and says what should not have been. */
export function watchRoom(night: Night, place: Place, index: number) {
  const { timeline } = night.world;
  const found: string[] = [];
  const raised = new Map<string, { raisedAt: number; late: boolean }>();
  let standing: Standing = new Map();
  let sounds: number[] = [];
  let ringing: Ringing = QUIET;
  let beaten = timeline.now();
  let shown: AlarmPicture | null = null;
  let waits = 0;
  let doubted = false;

  const troubled = (from: number, to: number) =>
    night.troubles.some((one) => one.of === index && one.from <= to && one.to >= from);
  const muted = (now: number) =>
    night.muted.some(({ console, from }) => console === index && now >= from && now < from + MUTE_MS);

  /** The seconds since the last time, in each of which the room heard what was shown. */
  const beat = () => {
    const now = timeline.now();
    for (; beaten < now; beaten += SECOND) {
      const deaf = place.console.asleep || place.console.parts === null;
      const worst = shown === null || deaf ? null : worstOf(shown.counts);
      const quiet = muted(beaten);
      const { next, sound } = ring(ringing, worst, beaten, quiet);
      ringing = next;
      if (sound !== null) sounds.push(beaten);
      sounds = sounds.filter((at) => at > beaten - TEN_MINUTES);
      if (sounds.length > 10) found.push(`${sounds.length} sounds in ten minutes`);
      waits = worst === null || worst === 'notice' || quiet || sound !== null ? 0 : waits + SECOND;
      if (waits > AGAIN_MS && sounds.length < 10) found.push(`nothing was heard for ${waits} ms`);
    }
  };

  return {
    found,
    raised,
    picture(next: AlarmPicture): void {
      beat();
      shown = next;
      const now = timeline.now();
      const all = [...next.items, ...next.heard];
      const after: Standing = new Map(all.map(({ id, clock, fraction }) => [id, { clock, fraction }]));
      doubted ||= place.console.parts?.clock.certain() !== true;
      if (next.trouble !== null) return;
      for (const one of all) {
        const before = raised.get(one.id);
        if (before !== undefined && before.raisedAt !== one.raisedAt)
          found.push(`raised twice, at ${before.raisedAt} and ${one.raisedAt}: ${one.id}`);
        if (before !== undefined) continue;
        raised.set(one.id, { raisedAt: one.raisedAt, late: one.late });
        const lateBy = one.raisedAt - one.at;
        if (lateBy < 0) found.push(`raised too early by ${-lateBy} ms: ${one.id}`);
        // While central's own clock is wrong, or a console guesses after a start of its computer, nobody knows what is late.
        if (night.clockSet > 0 || doubted) continue;
        const asleep = night.troubles.some(
          (spell) =>
            spell.of === index &&
            spell.from <= one.at &&
            spell.to > one.at &&
            Math.abs(one.raisedAt - spell.to) < PROMPT_MS,
        );
        if (asleep && lateBy > LATE_MS && one.fraction <= 1 && !one.late)
          found.push(`${lateBy} ms late after a sleep, and not said: ${one.id}`);
        if (one.late && !(lateBy > LATE_MS && troubled(one.at - LOOKED_MS, now)))
          found.push(`said to be late and was not (${lateBy} ms): ${one.id}`);
        const excused =
          troubled(one.at - 1, now) || (night.news[index] ?? 0) + SECOND >= one.at || place.synced + SECOND >= one.at;
        if (lateBy > PROMPT_MS && !excused) found.push(`late by ${lateBy} ms for no reason: ${one.id}`);
      }
      const gone = new Set(next.gone.map(({ id }) => id));
      for (const [id, { clock, fraction }] of standing) {
        if (after.has(id) || gone.has(id)) continue;
        const later = [...after.values()].some((one) => one.clock === clock && one.fraction > fraction);
        if (!later && next.gone.length < MOST_TOLD && next.heard.length < MOST_TOLD)
          found.push(`gone without words: ${id}`);
      }
      standing = after;
    },
    /** Holds what is shown against a look at every case. */
    async look(): Promise<void> {
      beat();
      const { parts, picture, asleep } = place.console;
      if (parts === null || asleep || picture === null || picture.trouble !== null) return;
      const whole = await wholeLook(parts.ledger.reader, parts.ledger.rules(), parts.clock.now());
      const alarms = whole.flatMap((one) => one.alarms);
      const ids = (list: readonly { id: string }[]) =>
        list
          .map(({ id }) => id)
          .toSorted()
          .join('\n');
      const open = alarms.filter(({ heard }) => heard === null).map(({ alarm }) => alarm);
      const heard = alarms.filter((one) => one.heard !== null).map(({ alarm }) => alarm);
      if (ids(open) !== ids(picture.items)) found.push(`shown:\n${ids(picture.items)}\nbut there stand:\n${ids(open)}`);
      if (heard.length <= MOST_TOLD && ids(heard) !== ids(picture.heard))
        found.push(`shown as heard:\n${ids(picture.heard)}\nbut heard are:\n${ids(heard)}`);
      const rings = new Set(picture.items.map(({ id }) => id));
      for (const { by, marks } of night.heard)
        for (const { id } of marks) if (by === index && rings.has(id)) found.push(`acknowledged here and rings: ${id}`);
      for (const one of picture.heard) {
        const covered = night.heard.some(
          ({ by, at, cut, marks }) =>
            (by === index || !place.cut || !cut.includes(index) || place.synced >= at) &&
            marks.some((mark) => mark.clock === one.clock && mark.due === one.due && mark.fraction >= one.fraction),
        );
        if (!covered) found.push(`silenced by nothing it can have heard: ${one.id}`);
      }
      const counted = Object.values(picture.counts).reduce((a, b) => a + b, 0);
      if (counted !== open.length) found.push(`${counted} counted of ${open.length}`);
    },
  };
}
