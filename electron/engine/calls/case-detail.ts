import type { EngineContext } from '#engine/engine-context.ts';
import type { Database } from '#engine/store/database.ts';
import { EVENT_STATE, historyOfSubjects, type StoredEvent } from '#engine/store/event-rows.ts';
import { loadCases, loadCasesOf, loadPeople, loadRows } from '#engine/store/folded-rows.ts';
import { loadShown } from '#engine/store/fusions.ts';
import { peopleOfRole } from '#engine/store/people-rows.ts';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf, upcomingClocks } from '#shared/clocks/clocks-of.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { CaseDetail, DetailClock, Lost } from '#shared/contract/view/case-detail.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { ACT_KINDS, permitted, rightTo } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { declinedOffices } from '#shared/domain/declined-offices.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import { stateOfBranch } from '#shared/geo/branches.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { orderCases } from '#shared/sync/shown-incidents.ts';
import { aroundOfCase } from './around-of-case.ts';
import { conflictsOf } from './conflicts-of-case.ts';
import { lostParts } from './lost-parts.ts';
import { maskText } from './mask.ts';
import { pausesOfCase } from './pauses-of-case.ts';
import { peopleOfCase } from './people-of-case.ts';
import { suggestOffice } from './suggest-office.ts';
import { timelineOf } from './timeline-of-case.ts';
import { unnamedActor } from './unnamed-actor.ts';

/**
 * Everything the drawer shows of one case at this moment.
 * @param opened true for an event that opened the people of this case to this reader
 * @throws CallFailure not-found
 */
export async function caseDetail(
  context: EngineContext,
  id: string,
  opened: (event: StoredEvent) => boolean,
): Promise<CaseDetail> {
  const db = context.ledger.reader;
  const stored = (await loadCases(db, [id])).get(id);
  const shown = stored && (await loadShown(db, [stored.incident])).get(stored.incident);
  const [row] = await loadRows(db, [id]);
  if (!stored || !shown || !row) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'case');
  const { incident, members } = shown;
  const incidents = members.map((one) => one.id);
  // Rights rest on the case's own incident: to see what it was joined with is not to have a say in it.
  const own = members.find((one) => one.id === stored.incident) ?? null;
  const history = await historyOfSubjects(db, [id, ...incidents]);
  const siblings = orderCases(shown, await loadCasesOf(db, incidents));
  const told = await historyOfSubjects(
    db,
    incident.reports.map((link) => link.report),
  );
  const counting = history.filter((one) => one.state <= EVENT_STATE.waiting).map((one) => one.event);
  // The stored row names nobody: the people are folded here, from what this console can open.
  const state = foldCase(counting.filter((event) => event.subject.id === id)) ?? stored;
  const lostOf = await lostParts(db, [...history, ...told]);
  const lostAmong = (type: string) =>
    counting.flatMap((event) => (event.type === type && event.subject.id === id ? (lostOf(event) ?? []) : [])).at(-1) ??
    null;
  const actors = new Set(history.map(({ event }) => event.actor));
  for (const { kept, other } of [...state.conflicts, ...incident.conflicts]) actors.add(kept.actor).add(other.actor);
  const people = await loadPeople(db, [...actors]);
  const who = context.person();
  const nameOf = (actor: string) => people.get(actor)?.name ?? (actor === who?.id ? who.name : unnamedActor(actor));
  const open = history.some((one) => one.event.type === 'case.personal-opened' && opened(one));
  const names = [state.victim.name, state.victim.idNumber, state.kin.name, state.kin.phone, state.victim.employer];
  names.push(...(state.payees ?? []).map(({ name }) => name));
  const mask = (text: string) => (open ? text : maskText(text, names));
  const facts = clockFacts(state, incident);
  const now = context.clock.now();
  const clocks = clocksOf(facts, context.policies, now, context.calendars);
  const declined = declinedOffices(state);
  const route = declined.size > 0 && incident.place ? context.geography.router.route(incident.place) : null;
  return {
    row: route ? { ...row, suggested: suggestOffice(incident, route, declined) } : row,
    place: incident.place,
    alternatives: [...incident.alternatives],
    leadReason: leadReason(state, incident),
    around: aroundOfCase(state, incident, context.geography, open),
    siblings: siblings.map((one, index) => ({
      case: one.id,
      number: one.number ?? one.label ?? '',
      ordinal: members.length > 1 ? index + 1 : one.ordinal,
      lead: one.lead,
    })),
    people: peopleOfCase(state, open, {
      victim: lostAmong('case.victim-described'),
      kin: lostAmong('case.kin-described'),
    }),
    clocks: clocks.map((clock) => detailClock(clock, nameOf)),
    pauses: pausesOfCase(facts, { clocks, policies: context.policies, history, now, nameOf, mask }),
    upcoming: upcomingClocks(facts, context.policies),
    reports: reportsOf(told, incident, open, mask, lostOf),
    timeline: timelineOf(history, {
      undone: new Set([state, ...members].flatMap((one) => one.undone)),
      nameOf,
      mask,
      lostOf,
    }),
    conflicts: conflictsOf(state, incident, history, {
      policies: context.policies,
      calendars: context.calendars,
      now: context.clock.now(),
      open,
      nameOf,
      mask,
    }),
    settlers: await settlers(db, state, incident),
    joined: members.filter((one) => one !== own).map((one) => one.number ?? one.label ?? '–'),
    ownIncident: state.incident,
    // A conflict of any incident it is shown as stands on this card; to part is a thing of its own incident.
    allowed: ACT_KINDS.map((act) => ({
      act,
      ...permitted(act, who, state, act === 'settle' ? incident : own, context.clock.now(), stateOfBranch),
    })),
  };
}

/** Who may settle what stands open here; asked only while something does. */
async function settlers(db: Database, state: CaseState, incident: IncidentState): Promise<string[]> {
  if (state.conflicts.length + incident.conflicts.length === 0) return [];
  const people = await peopleOfRole(db, 'supervisor');
  return people.filter((one) => rightTo('settle', one, state, incident).verdict === 'yes').map((one) => one.name);
}

/** Why the lead is the lead, when routing said so; a person's own choice stands in the timeline with its reason. */
function leadReason(state: CaseState, incident: IncidentState) {
  return state.lead !== null && state.lead === incident.suggested?.branch ? incident.suggested.reason : null;
}

/** A clock for the drawer; officers in its sum by name, as in the timeline beside it. */
function detailClock(clock: ClockInstance, nameOf: (actor: string) => string): DetailClock {
  const { state, endedBy, allowanceMs, pausedMs, elapsedMs, uncertain } = clock;
  const named = (param: MessageParam): MessageParam =>
    param.t === 'person' ? { t: 'text', v: nameOf(param.v) } : param;
  const steps = clock.steps.map(({ step: { key, params }, amount }) => ({
    step: params ? { key, params: Object.fromEntries(Object.entries(params).map(([n, v]) => [n, named(v)])) } : { key },
    amount: { ...amount },
  }));
  return { ...slimClock(clock), state, endedBy, allowanceMs, pausedMs, elapsedMs, uncertain, steps };
}

function reportsOf(
  told: readonly StoredEvent[],
  { reports: links }: IncidentState,
  open: boolean,
  mask: (text: string) => string,
  lostOf: (event: AnyEvent) => Lost,
): CaseDetail['reports'] {
  return told
    .flatMap(({ event, state }) => {
      const report = state <= EVENT_STATE.waiting ? foldReport([event]) : null;
      // The time that was set, or its doubt, stands on the link of the incident.
      const link = links.find((one) => one.report === report?.id);
      const receivedAt = link?.receivedAt ?? report?.receivedAt ?? 0;
      const uncertain = link?.doubt?.certain === false ? { uncertain: true } : {};
      return report ? [{ report: { ...report, receivedAt }, uncertain, lost: lostOf(event) }] : [];
    })
    .sort((a, b) => a.report.receivedAt - b.report.receivedAt || (a.report.id < b.report.id ? -1 : 1))
    .map(({ report, uncertain, lost }) => {
      const said = [report.reporter?.name, report.reporter?.organisation, report.reporter?.phone].filter(
        (part) => part != null,
      );
      const shown = open ? said.join(', ') : (report.reporter?.organisation ?? null);
      return {
        id: report.id,
        source: report.source,
        channel: report.channel,
        text: mask(report.text),
        url: report.url,
        publishedAt: report.publishedAt,
        receivedAt: report.receivedAt,
        ...uncertain,
        reporter: shown === '' ? null : shown,
        lost,
      };
    });
}
