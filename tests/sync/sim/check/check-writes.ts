import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { eventOfTimeField } from '#shared/sync/time-field.ts';
import { checkFacts } from './check-facts.ts';
import { type State, shownValue } from './shown-value.ts';
import { type Choice, choiceOf, type Write, writesOf } from './writes-of.ts';

/** Whether the author of one event truly had the other before their eyes. */
export type Saw = (author: AnyEvent, other: AnyEvent) => boolean;

/** One case or incident, and what was said of it that was not undone. */
interface Story {
  state: State;
  events: readonly AnyEvent[];
  writes: readonly Write[];
  choices: readonly Choice[];
  byId: ReadonlyMap<string, AnyEvent>;
  saw: Saw;
}

/**
 * S-05, S-06, S-07, S-19: each write to a field of a case or an incident shows, or stands in an open conflict, or was
 * replaced by somebody who had it before their eyes, or a person chose between it and another. Facts all stand. And
 * never two leads.
 */
export function checkWrites(log: readonly AnyEvent[], saw: Saw): string[] {
  const faults: string[] = [];
  const bySubject = new Map<string, AnyEvent[]>();
  for (const event of log) {
    if (event.subject.kind !== 'case' && event.subject.kind !== 'incident') continue;
    const own = bySubject.get(event.subject.id);
    if (own) own.push(event);
    else bySubject.set(event.subject.id, [event]);
  }
  for (const [id, all] of bySubject) {
    const kind = all[0]?.subject.kind;
    const state = kind === 'case' ? foldCase(all) : foldIncident(all);
    if (!state) {
      faults.push(`${kind} ${id} has events and no state`);
      continue;
    }
    const undone = new Set(state.undone);
    const events = all.filter((event) => !undone.has(event.act));
    const byId = new Map(events.map((event) => [event.id, event]));
    const choices = events.flatMap((event) => choiceOf(event) ?? []);
    const writes = [...events.flatMap(writesOf), ...choices.flatMap((choice) => chosenBy(choice, byId))];
    const story = { state, events, byId, saw, writes, choices };
    if ('incident' in state) faults.push(...checkLead(state));
    faults.push(...checkFacts(state, events));
    for (const write of writes) if (!isAccountedFor(write, story)) faults.push(inWords(write, story));
  }
  return faults;
}

/** S-19: whoever chose the other side says its value anew; who let two leads stand says that the other assists. */
function chosenBy({ event, field, other, choice }: Choice, byId: Story['byId']): Write[] {
  const side = byId.get(other);
  if (choice === 'kept' || !side) return [];
  // S-48: who takes an offer says that the branch leads that was offered it.
  const offer = side.type === 'case.acknowledged' ? byId.get(String(side.payload.assignment)) : side;
  const said = offer === undefined ? [] : writesOf(offer).filter((one) => one.field === field);
  if (choice === 'other') return said.map(({ value }) => ({ field, value, event }));
  return said.map(({ value }) => ({ field: `assist.${value}`, value: true, event }));
}

const place = ({ seq }: AnyEvent) => seq ?? 0;
/** S-19: a conflict between a closing and an assignment is over both fields. */
const isOver = (field: string, one: string) =>
  one === field || (one === 'status' && (field === 'lead' || field === 'outcome'));

function isAccountedFor(write: Write, story: Story): boolean {
  const { state, events, writes, choices, saw } = story;
  const { field, value, event } = write;
  if (!counts(write, story)) return true;
  if (canonicalJson(shownValue(state, field, events) ?? null) === canonicalJson(value ?? null)) return true;
  // Who let two leads stand says who assists, and stands in a conflict over the lead.
  const isAbout = (one: string) => isOver(field, one) || (one === 'lead' && event.type === 'case.conflict-settled');
  const isSide = state.conflicts.some(
    (one) => isAbout(one.field) && (one.kept.event === event.id || one.other.event === event.id),
  );
  if (isSide) return true;
  const after = (one: AnyEvent) => one !== event && place(one) > place(event);
  return (
    // A person chose between this very write and what showed, or had it before their eyes as they chose.
    choices.some(
      (one) =>
        (isAbout(one.field) && one.other === event.id) ||
        (isOver(field, one.field) && after(one.event) && saw(one.event, event)),
    ) ||
    writes.some(
      (one) => one.field === field && after(one.event) && (saw(one.event, event) || namesIt(one, write, story)),
    )
  );
}

/** S-06, S-47: an assignment names the lead it takes the case from, and a declined offer the assignment it answers. */
function namesIt({ event }: Write, { field, value, event: earlier }: Write, { byId }: Story): boolean {
  if (field !== 'lead') return false;
  if (event.type === 'case.assigned') return event.payload.believedLead === value;
  if (event.type !== 'case.declined') return false;
  const offer = byId.get(String(event.payload.assignment));
  // The same branch was offered the same case again, unseen, while the offer stood: one offer, one answer.
  return offer !== undefined && offer.payload.branch === value && place(offer) <= place(earlier);
}

/** What does not have to show: it found nothing it could have changed. */
function counts({ field, value, event }: Write, { state, events, byId, saw }: Story): boolean {
  const dated = eventOfTimeField(field);
  // S-34: only an estimate is set.
  if (dated !== null) return byId.get(dated)?.certain === false;
  if (!('incident' in state)) return true;
  // S-47: a declining that was chosen stands in the offer it ended, whoever was given the case since.
  if (field === 'lead' && value === null && event.type === 'case.conflict-settled')
    return !state.assignments.some((one) => one.declined?.event === event.id);
  if (event.type === 'case.assigned' && field === 'lead') {
    // S-48: an offer let in late that was declined before stands as declined.
    const declined = state.assignments.find((one) => one.id === event.id)?.declined;
    const answer = declined && byId.get(declined.event);
    return !(answer && place(answer) < place(event));
  }
  if (event.type === 'case.declined') {
    // S-47: an offer that is over already stays as it ended.
    const offer = state.assignments.find((one) => one.id === event.payload.assignment);
    const end = offer?.until ? byId.get(offer.until.event) : undefined;
    return offer !== undefined && offer.declined?.event !== event.id && !(end && place(end) < place(event));
  }
  if (event.type === 'case.paused') {
    const before = events.filter((one) => one.type === 'case.paused' && place(one) < place(event));
    return (
      !state.pauses.some((one) => one.from.event === event.id) &&
      !before.some((one) => one.payload.reason === value || saw(event, one))
    );
  }
  // S-50: a branch that was given the lead meanwhile does not go on assisting.
  const branch = field.startsWith('assist.') ? field.slice('assist.'.length) : null;
  const led = (end: AnyEvent | undefined) => end === undefined || place(end) > place(event);
  return !(
    branch !== null &&
    value === true &&
    state.assignments.some((one) => one.branch === branch && led(one.until ? byId.get(one.until.event) : undefined))
  );
}

function inWords({ field, value, event }: Write, { state, writes, choices }: Story): string {
  const brief = (one: AnyEvent) => `${one.seq} ${one.type} seen ${one.seen} by ${one.device.slice(-4)}`;
  const others = writes.filter((one) => one.field === field && one.event !== event);
  return [
    `S-05: ${field} = ${canonicalJson(value ?? null)} of ${brief(event)} (${event.id}) on ${state.id} is gone without a word`,
    `others: ${others.map((one) => `${canonicalJson(one.value ?? null)} ${brief(one.event)}`).join(', ')}`,
    `choices: ${choices.map((one) => `${one.field} ${one.other} ${one.choice} ${brief(one.event)}`).join(', ')}`,
    `conflicts: ${state.conflicts.map((one) => `${one.field} ${one.kept.event}/${one.other.event}`).join(', ')}`,
  ].join('; ');
}

function checkLead(state: CaseState): string[] {
  const open = state.assignments.filter((one) => one.until === null);
  const fine = state.lead === null ? open.length === 0 : open.length === 1 && open[0]?.branch === state.lead;
  return fine
    ? []
    : [`S-07: case ${state.id} is led by ${state.lead}, open assignments: ${open.map((one) => one.branch)}`];
}
