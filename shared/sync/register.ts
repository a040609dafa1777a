import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Conflict } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { momentMs } from './moment.ts';

/** A value and the event that wrote it. */
export interface Written {
  value: unknown;
  event: AnyEvent;
}
/** A value and all who wrote it without having seen each other: whoever replaces it must have seen every one. */
interface Showing extends Written {
  by: AnyEvent[];
}
interface Open {
  field: string;
  /** What shows. */
  kept: Written;
  other: Written;
  /** What showed before while this stood open, oldest first. */
  was: Written[];
  /** What the author of the other side said before, and has corrected since. */
  said: Written[];
}

/** Which open conflict a person settles, and how. */
export interface Settlement {
  field: string;
  /** The event that stands beside the kept value. */
  other: string;
  choice: 'kept' | 'other' | 'both';
}

/**
 * An author had seen an event when it was their own device's, or accepted at or before the seq they had seen; of one
 * that came back to a restored central, the seq that counts is the one it had in the author's time.
 */
export function hadSeen(author: AnyEvent, other: AnyEvent): boolean {
  if (author.device === other.device) return true;
  if (other.seq === undefined) return false;
  if (other.seq <= author.seen) return true;
  return other.was?.some(({ seq, until }) => seq <= author.seen && author.seen < until) ?? false;
}

/** The fields of one subject; each remembers who wrote it. */
export interface Registers {
  /**
   * Writes one field. A different value whose author had not seen the showing one, as often as it was written, does not
   * replace it: both stand in an open conflict. A later write by an author who had seen both settles it; one by the
   * author of the other side replaces what they said. `evenUnseen` skips the check where the author named the very
   * value they replace. @returns whether the value now shows.
   */
  write(field: string, value: unknown, event: AnyEvent, evenUnseen?: boolean): boolean;
  read<T>(field: string): T | null;
  /**
   * Opens a conflict over something that is no plain value: two acts that cannot both stand. Of what its author said
   * before, it replaces only what was an act of the same kind.
   */
  contest(field: string, kept: Written, other: Written): void;
  /**
   * S-19: a person settles an open conflict by choosing. Null when it is not open; where somebody else settled it
   * otherwise, unseen, the two choices stand in a new conflict, and where an edit did, the choice stands beside that.
   * @returns both sides as they were.
   */
  settle(settlement: Settlement, event: AnyEvent): { kept: Written; other: Written } | null;
  /** Open conflicts, oldest first. */
  conflicts(): Conflict[];
}

/** Makes empty registers. */
export function createRegisters(): Registers {
  const fields = new Map<string, Showing>();
  const settled = new Map<string, Open & { by: AnyEvent; choice: Settlement['choice'] }>();
  let open: Open[] = [];
  /** Conflicts that an edit ended, and which. */
  let ended: (Open & { by: AnyEvent })[] = [];
  const keepOpen = (by: AnyEvent, stays: (one: Open) => boolean): void => {
    ended = [...ended, ...open.filter((one) => !stays(one)).map((one) => ({ ...one, by }))];
    open = open.filter(stays);
  };
  const isBy = (event: AnyEvent, field: string) => (one: Open) =>
    one.field === field && one.other.event.device === event.device;
  const stand = (field: string, kept: Written, other: Written, corrects = isBy(other.event, field)): void => {
    const own = open.find(corrects);
    if (own === undefined) {
      open.push({ field, kept, other, was: [], said: [] });
      return;
    }
    const moved = own.kept.event === kept.event ? own : standAgainst(own, kept);
    const corrected = { ...moved, other, said: [...own.said, own.other] };
    keepOpen(other.event, (one) => one === own || !corrects(one));
    open = open.map((one) => (one === own ? corrected : one));
  };
  /** @returns whether the chosen value shows, as it does where nobody replaced unseen what the choice was about */
  const choose = (field: string, chosen: Written, before?: AnyEvent): boolean => {
    const now = fields.get(field);
    const unheard = now?.by.filter((one) => !hadSeen(chosen.event, one)) ?? [];
    const unseen = unheard[0] ?? before;
    if (now && unseen && canonicalJson(now.value ?? null) !== canonicalJson(chosen.value ?? null)) {
      open.push({ field, kept: { value: now.value, event: unseen }, other: chosen, was: [], said: [] });
      return false;
    }
    fields.set(field, { ...chosen, by: [...unheard, chosen.event] });
    // What else stands against this field now stands against the value that was chosen.
    open = open.map((one) => (one.field === field ? standAgainst(one, chosen) : one));
    return true;
  };
  return {
    write(field, value, event, evenUnseen = false) {
      const now = fields.get(field);
      const unseen = now && !evenUnseen ? now.by.filter((one) => !hadSeen(event, one)) : [];
      if (now && unseen[0] && canonicalJson(now.value ?? null) !== canonicalJson(value ?? null)) {
        stand(field, { value: now.value, event: unseen[0] }, { value, event });
        return false;
      }
      keepOpen(
        event,
        (one) =>
          one.field !== field ||
          !(isBy(event, field)(one) || (hadSeen(event, one.kept.event) && hadSeen(event, one.other.event))),
      );
      fields.set(field, { value, event, by: [...unseen, event] });
      open = open.map((one) => (one.field === field ? standAgainst(one, { value, event }) : one));
      return true;
    },
    read: <T>(field: string) => (fields.get(field)?.value as T | undefined) ?? null,
    contest: (field, kept, other) =>
      stand(field, kept, other, (one) => isBy(other.event, field)(one) && one.other.event.type === other.event.type),
    settle({ field, other, choice }, event) {
      const key = `${field} ${other}`;
      const isNamed = (one: Open) =>
        one.field === field && [one.other, ...one.said].some(({ event: { id } }) => id === other);
      const before = settled.get(key);
      const found =
        open.find(isNamed) ?? (before ? undefined : ended.find((one) => isNamed(one) && !hadSeen(event, one.by)));
      if (!found) {
        if (!before || hadSeen(event, before.by)) return null;
        // Somebody else chose, unseen: alike, so that whoever replaces it must have seen both, or both stand.
        const shows = choose(field, { value: chosenOf(before, choice).value, event }, before.by);
        return shows && choice === 'both' && before.choice === 'both' ? before : null;
      }
      // Where its author had corrected the side that was named, unseen, the correction stands on against the choice.
      const named = found.said.find(({ event: { id } }) => id === other) ?? found.other;
      open = open.flatMap((one) => (one !== found ? [one] : named === found.other ? [] : [{ ...one, said: [] }]));
      // Whoever chose what showed chose what showed to them.
      const shown = [found.kept, ...found.was.toReversed()].find((one) => hadSeen(event, one.event)) ?? found.kept;
      const seen = { ...found, other: named, kept: shown };
      settled.set(key, { ...seen, by: event, choice });
      return choose(field, { value: chosenOf(seen, choice).value, event }) ? seen : null;
    },
    conflicts: () => open.map(({ field, kept, other }) => ({ field, kept: side(kept), other: side(other) })),
  };
}

function standAgainst(conflict: Open, kept: Written): Open {
  return { ...conflict, kept, was: [...conflict.was, conflict.kept] };
}

function chosenOf(conflict: Open, choice: Settlement['choice']): Written {
  return choice === 'other' ? conflict.other : conflict.kept;
}

function side({ value, event }: Written): Conflict['kept'] {
  const text = typeof value === 'string' ? value : canonicalJson(value ?? null);
  return { event: event.id, value: text, actor: event.actor, ms: momentMs(event) };
}
