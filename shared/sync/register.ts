import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Conflict } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { momentMs } from './moment.ts';

interface Written {
  value: unknown;
  event: AnyEvent;
}
interface Open {
  field: string;
  kept: Written;
  other: Written;
}

/** An author had seen an event when it was their own device's, or accepted at or before the seq they had seen. */
export function hadSeen(author: AnyEvent, other: AnyEvent): boolean {
  return author.device === other.device || (other.seq !== undefined && other.seq <= author.seen);
}

/** The fields of one subject; each remembers who wrote it. */
export interface Registers {
  /**
   * Writes one field. A different value whose author had not seen the showing one does not replace it: both stand in
   * an open conflict. A later write by an author who had seen both settles it. @returns whether the value now shows.
   */
  write(field: string, value: unknown, event: AnyEvent, evenUnseen?: boolean): boolean;
  read<T>(field: string): T | null;
  /** Opens a conflict over something that is no plain value: two acts that cannot both stand. */
  contest(field: string, kept: { event: AnyEvent; value: unknown }, other: { event: AnyEvent; value: unknown }): void;
  /** Open conflicts, oldest first. */
  conflicts(): Conflict[];
}

/** Makes empty registers. */
export function createRegisters(): Registers {
  const fields = new Map<string, Written>();
  let open: Open[] = [];
  return {
    write(field, value, event, evenUnseen = false) {
      const now = fields.get(field);
      if (
        now &&
        !evenUnseen &&
        !hadSeen(event, now.event) &&
        canonicalJson(now.value ?? null) !== canonicalJson(value ?? null)
      ) {
        open.push({ field, kept: now, other: { value, event } });
        return false;
      }
      open = open.filter(
        (one) => one.field !== field || !(hadSeen(event, one.kept.event) && hadSeen(event, one.other.event)),
      );
      fields.set(field, { value, event });
      return true;
    },
    read: <T>(field: string) => (fields.get(field)?.value as T | undefined) ?? null,
    contest: (field, kept, other) => void open.push({ field, kept, other }),
    conflicts: () => open.map(({ field, kept, other }) => ({ field, kept: side(kept), other: side(other) })),
  };
}

function side({ value, event }: Written): Conflict['kept'] {
  const text = typeof value === 'string' ? value : canonicalJson(value ?? null);
  return { event: event.id, value: text, actor: event.actor, ms: momentMs(event) };
}
