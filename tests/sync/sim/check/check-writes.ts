import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';

interface Write {
  field: string;
  value: unknown;
  event: AnyEvent;
}

/** Fields an event writes, told apart from the product's own folding. */
function writesOf(event: AnyEvent): Write[] {
  if (!isKnown(event)) return [];
  const each = (prefix: string, values: object) =>
    Object.entries(values).map(([name, value]) => ({ field: `${prefix}${name}`, value, event }));
  switch (event.type) {
    case 'case.opened':
      return [{ field: 'severity', value: event.payload.severity, event }];
    case 'case.triaged':
      return each('', event.payload);
    case 'case.victim-described':
      return each('victim.', { ...event.payload, ...event.private });
    case 'case.kin-described':
      return each('kin.', { ...event.payload, ...event.private });
    case 'case.assigned':
      return [{ field: 'lead', value: event.payload.branch, event }];
    default:
      return [];
  }
}

/** Whether the author of one event truly had the other before their eyes. */
export type Saw = (author: AnyEvent, other: AnyEvent) => boolean;

/**
 * S-05, S-06, S-07: each write to a field shows, or stands in an open conflict, or was replaced by someone who had seen
 * it, or was undone, or a person chose between it and another. And never two leads.
 */
export function checkWrites(log: readonly AnyEvent[], sawIt: Saw): string[] {
  const faults: string[] = [];
  const byCase = new Map<string, AnyEvent[]>();
  for (const event of log)
    if (event.subject.kind === 'case') byCase.set(event.subject.id, [...(byCase.get(event.subject.id) ?? []), event]);
  for (const [id, events] of byCase) {
    const state = foldCase(events);
    if (!state) {
      faults.push(`case ${id} has events and no state`);
      continue;
    }
    faults.push(...checkLead(state));
    const undone = new Set(state.undone);
    const writes = events.filter((event) => !undone.has(event.act)).flatMap(writesOf);
    const settled = new Set(
      events.flatMap((event) =>
        isKnown(event) && event.type === 'case.conflict-settled' && !undone.has(event.act)
          ? [`${event.payload.field} ${event.payload.other}`, event.payload.field]
          : [],
      ),
    );
    const declined = branchesDeclined(events, undone);
    const answers = events.filter((event) => event.type === 'case.declined' && !undone.has(event.act));
    const changes = [...writes, ...answers.map((event): Write => ({ field: 'lead', value: null, event }))];
    for (const write of writes) {
      const later = changes.filter((one) => one.field === write.field && (one.event.seq ?? 0) > (write.event.seq ?? 0));
      const fine =
        canonicalJson(shownOf(state, write.field)) === canonicalJson(write.value) ||
        state.conflicts.some(
          (one) =>
            [one.kept.event, one.other.event].includes(write.event.id) && [write.field, 'status'].includes(one.field),
        ) ||
        settled.has(write.field) ||
        (write.field === 'lead' && (settled.has('status') || declined.has(String(write.value)))) ||
        later.some(
          (one) =>
            sawIt(one.event, write.event) ||
            // An assignment that names the lead it takes the case from has that lead in sight.
            (write.field === 'lead' && one.event.payload.believedLead === write.value),
        );
      if (!fine)
        faults.push(
          `S-05: ${write.field} = ${canonicalJson(write.value)} of event seq ${write.event.seq} on case ${id} is gone without a word: ${later.map((one) => `${one.event.seq}=${canonicalJson(one.value)} seen ${one.event.seen} ${one.event.device.slice(-4)}`).join(', ')}; conflicts ${state.conflicts.map((one) => `${one.field} ${one.kept.event}/${one.other.event}`).join(' ')}; it was ${write.event.id} of ${write.event.device.slice(-4)}`,
        );
    }
  }
  return faults;
}

/** S-47: branches that said no to an offer of this case; whoever offered it meets that answer. */
function branchesDeclined(events: readonly AnyEvent[], undone: ReadonlySet<string>): Set<string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  return new Set(
    events.flatMap((event) => {
      if (!isKnown(event) || event.type !== 'case.declined' || undone.has(event.act)) return [];
      const branch = byId.get(event.payload.assignment)?.payload.branch;
      return typeof branch === 'string' ? [branch] : [];
    }),
  );
}

function shownOf(state: CaseState, field: string): unknown {
  const [group, name] = field.split('.');
  if (group === 'victim') return state.victim[name as keyof CaseState['victim']];
  if (group === 'kin') return state.kin[name as keyof CaseState['kin']];
  return state[field as 'severity' | 'priority' | 'lead'];
}

function checkLead(state: CaseState): string[] {
  const open = state.assignments.filter((one) => one.until === null);
  const fine = state.lead === null ? open.length === 0 : open.length === 1 && open[0]?.branch === state.lead;
  return fine
    ? []
    : [`S-07: case ${state.id} is led by ${state.lead}, open assignments: ${open.map((one) => one.branch)}`];
}
