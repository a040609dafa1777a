import { describe, expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import { type AnyEvent, checkEvent, type EventDraft } from '#shared/contract/wire/event.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ActWorld } from './act-world.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { planAct } from './plan-act.ts';
import { wayBackOf } from './plan-reverse.ts';
import { assigned, CASE, INCIDENT, NOON, opened, sampleEvent, sampleId } from './sample-events.ts';

const HOUR = 3_600_000;
const supervisor: Person = { id: 'p', name: 'P', role: 'supervisor', scope: { kind: 'hq' } };
const coordinator: Person = { ...supervisor, role: 'coordinator' };
const OTHER = sampleId(3);

function world(events: AnyEvent[], who = supervisor, now = NOON + HOUR): ActWorld {
  let next = 500;
  const of = (id: string) => events.filter((event) => event.subject.id === id);
  return {
    case: (id) => foldCase(of(id)),
    incident: (id) => foldIncident(of(id)),
    held: () => null,
    actEvents: (act) => events.filter((event) => event.act === act),
    eventsOf: of,
    branchExists: () => true,
    suggest: () => null,
    readReport: () => ({ place: null, alternatives: [], suggested: null, kind: 'other', severities: ['death'] }),
    now: () => now,
    nextLabel: () => 'K7-1',
    newId: () => sampleId(next++),
    who,
  };
}

let seq = 1;
/** Accepted events of one device after another, each an act of its own. */
const accepted = (draft: EventDraft): AnyEvent => {
  seq += 1;
  return sampleEvent(draft, { n: seq, seq, seen: seq - 1, ms: NOON + seq * 1_000 });
};
const onCase = <T extends EventDraft['type']>(type: T, payload: object, hidden?: object) =>
  accepted({ type, subject: CASE, payload, ...(hidden ? { private: hidden } : {}) } as EventDraft);
const onIncident = (id: string, type: EventDraft['type'], payload: object) =>
  accepted({ type, subject: { kind: 'incident', id }, payload } as EventDraft);
const incidentOpened = (id: string) => onIncident(id, 'incident.opened', { kind: 'fall' });
const reverse = (act: AnyEvent, reason?: string): Act => ({
  kind: 'reverse',
  act: act.act,
  ...(reason ? { reason } : {}),
});
const drafts = (act: Act, events: AnyEvent[], who = supervisor) => {
  const planned = planAct(act, world(events, who));
  if (!planned.ok) return planned.failure.code;
  for (const draft of planned.drafts) expect(checkEvent(sampleEvent(draft, { n: 900 })), draft.type).toBeNull();
  return planned.drafts;
};

describe('taking back what was built upon', () => {
  const first = accepted({
    type: 'case.assigned',
    subject: CASE,
    payload: { branch: 'KLU', believedLead: null, suggested: null },
  });
  const moved = accepted({
    type: 'case.assigned',
    subject: CASE,
    payload: { branch: 'SGT', believedLead: 'KLU', suggested: null },
  });
  const acknowledged = onCase('case.acknowledged', { assignment: moved.id });

  it('S-35: is undo while that has force, then an ordinary act that says so', () => {
    const fresh = world([opened(), first, moved], supervisor, NOON + 5_000);
    expect(wayBackOf(moved.act, fresh)).toMatchObject({ way: 'undo' });
    const built = world([opened(), first, moved, acknowledged], supervisor, NOON + 8_000);
    expect(planAct({ kind: 'undo', act: moved.act }, built)).toMatchObject({ failure: { code: 'built-on' } });
    expect(wayBackOf(moved.act, built)).toEqual({
      way: 'reverse',
      words: { key: 'reverse.assign', params: { branch: { t: 'branch', v: 'KLU' } } },
      needsReason: false,
      cases: [CASE.id],
    });
  });

  it('S-35: assigns back to the former lead, naming the lead it believes in; a coordinator says why', () => {
    const events = [opened(), first, moved, acknowledged];
    expect(drafts(reverse(moved, 'Silap cawangan'), events)).toEqual([
      {
        type: 'case.assigned',
        subject: CASE,
        payload: { branch: 'KLU', believedLead: 'SGT', suggested: null },
        private: { reason: 'Silap cawangan' },
      },
    ]);
    expect(drafts(reverse(moved), events, coordinator)).toBe('needs-reason');
    expect(wayBackOf(moved.act, world(events, coordinator))).toMatchObject({ way: 'reverse', needsReason: true });
    expect(drafts(reverse(first), [opened(), first])).toBe('no-former-lead');
    const on = assigned('IPH', 'SGT', { n: 300, seq: 300 });
    expect(drafts(reverse(moved, 'x'), [...events, on])).toBe('changed-since');
  });

  it('S-35: sets former values back, of those fields alone that still show what the act said', () => {
    const before = onCase('case.triaged', { severity: 'injury', priority: 'high' });
    const act = onCase('case.triaged', { severity: 'death', priority: 'normal' });
    const later = onCase('case.triaged', { priority: 'high' });
    expect(drafts(reverse(act), [opened(), before, act])).toMatchObject([
      { type: 'case.triaged', payload: { severity: 'injury', priority: 'high' } },
    ]);
    expect(drafts(reverse(act), [opened(), before, act, later])).toMatchObject([{ payload: { severity: 'injury' } }]);
    expect(drafts(reverse(before), [opened(), before, act])).toBe('changed-since');
    const ali = onCase('case.victim-described', { age: 30 }, { name: 'Ali', employer: 'Binaan Jaya' });
    const abu = onCase('case.victim-described', { age: 31 }, { name: 'Abu' });
    expect(drafts(reverse(abu), [opened(), ali, abu])).toEqual([
      { type: 'case.victim-described', subject: CASE, payload: { age: 30 }, private: { name: 'Ali' } },
    ]);
    expect(drafts(reverse(ali), [opened(), ali])).toBe('no-former-value');
  });

  it('S-35: resumes what was paused and pauses what was resumed, reopens what was closed and closes what was reopened', () => {
    const paused = onCase('case.paused', { reason: 'hospital' });
    const resumed = onCase('case.resumed', {});
    expect(drafts(reverse(paused), [opened(), first, paused])).toMatchObject([{ type: 'case.resumed' }]);
    expect(drafts(reverse(paused), [opened(), first, paused, resumed])).toBe('changed-since');
    expect(drafts(reverse(resumed), [opened(), first, paused, resumed])).toMatchObject([
      { type: 'case.paused', payload: { reason: 'hospital' } },
    ]);
    const closed = onCase('case.closed', { outcome: 'duplicate' });
    const reopened = onCase('case.reopened', {});
    expect(drafts(reverse(closed, 'Silap'), [opened(), closed])).toMatchObject([
      { type: 'case.reopened', private: { text: 'Silap' } },
    ]);
    expect(drafts(reverse(closed), [opened(), closed, reopened])).toBe('changed-since');
    expect(drafts(reverse(reopened), [opened(), closed, reopened])).toMatchObject([
      { type: 'case.closed', payload: { outcome: 'duplicate' } },
    ]);
  });

  it('S-35: parts what was joined and joins what was parted, on both halves; puts a place and a grade back', () => {
    const link = sampleId(40);
    const act = sampleId(41);
    const both = [incidentOpened(INCIDENT.id), incidentOpened(OTHER)];
    const joined = [
      { ...onIncident(INCIDENT.id, 'incident.joined', { link, with: OTHER }), act },
      { ...onIncident(OTHER, 'incident.joined', { link, with: INCIDENT.id }), act },
    ];
    expect(drafts({ kind: 'reverse', act }, [...both, ...joined])).toMatchObject([
      { type: 'incident.parted', payload: { link } },
      { type: 'incident.parted', payload: { link } },
    ]);
    const away = sampleId(42);
    const parted = [INCIDENT.id, OTHER].map((id) => ({ ...onIncident(id, 'incident.parted', { link }), act: away }));
    const again = drafts({ kind: 'reverse', act: away }, [...both, ...joined, ...parted]);
    expect(again).toMatchObject([{ payload: { with: OTHER } }, { payload: { with: INCIDENT.id } }]);
    const links = Array.isArray(again) ? again.map((one) => ('link' in one.payload ? one.payload.link : '')) : [];
    expect(new Set(links).size).toBe(1);
    const at = (name: string) => {
      const place = { name, state: 'Johor', lat: 1, lon: 103, confidence: 1 };
      return onIncident(INCIDENT.id, 'incident.placed', { place, alternatives: [], suggested: null });
    };
    const [kluang, muar] = [at('Kluang'), at('Muar')];
    expect(drafts(reverse(muar), [...both, kluang, muar])).toMatchObject([{ payload: { place: { name: 'Kluang' } } }]);
    expect(drafts(reverse(kluang), [...both, kluang])).toBe('no-former-value');
    const grades = ['rumour', 'confirmed'].map((grade) => onIncident(INCIDENT.id, 'incident.graded', { grade }));
    const [, confirmed] = grades;
    expect(confirmed && drafts(reverse(confirmed), [...both, ...grades])).toMatchObject([
      { payload: { grade: 'rumour' } },
    ]);
  });

  it('S-35: says in words where nothing brings back what stood before', () => {
    const led = [opened(), first];
    const cases: [AnyEvent, string][] = [
      [onCase('case.payment-made', { benefit: 'funeral', amountSen: 300_000 }), 'fact-stays'],
      [onCase('case.acknowledged', { assignment: first.id }), 'fact-stays'],
      [onCase('case.action-taken', { action: 'family-visit' }), 'fact-stays'],
      [onCase('case.noted', {}, { text: 'Nota' }), 'note-stays'],
    ];
    for (const [event, why] of cases) {
      expect(drafts(reverse(event), [...led, event]), event.type).toBe(why);
      expect(wayBackOf(event.act, world([...led, event]))).toEqual({ way: 'none', why: { key: `failure.${why}` } });
    }
    expect(drafts(reverse(opened()), led)).toBe('not-undoable');
    expect(drafts({ kind: 'reverse', act: sampleId(999) }, led)).toBe('not-found');
    const undone = onCase('case.act-undone', { act: first.act });
    expect(drafts(reverse(first), [...led, undone])).toBe('already-undone');
  });

  it('S-35: is asked of the one who makes the act that reverses', () => {
    const squad: Person = { ...supervisor, role: 'branch', scope: { kind: 'branch', branch: 'KBR' } };
    expect(drafts(reverse(moved), [opened(), first, moved, acknowledged], squad)).toBe('role');
  });
});

describe('setting a time', () => {
  const guessed = (act: string, event: AnyEvent): AnyEvent => ({
    ...event,
    act,
    happenedAt: isoMalaysia(NOON),
    recordedAt: isoMalaysia(NOON + HOUR / 2),
    certain: false,
    notBefore: isoMalaysia(NOON - HOUR),
  });
  const gesture = sampleId(60);
  const opening = guessed(gesture, opened());
  const linked = guessed(gesture, incidentOpened(INCIDENT.id));
  const events = [opening, linked];
  const act = (happenedAt: number, reason?: string): Act => ({
    kind: 'set-time',
    subject: CASE,
    event: opening.id,
    happenedAt: isoMalaysia(happenedAt),
    ...(reason ? { reason } : {}),
  });

  it('S-34: dates the whole gesture, on the case and its incident', () => {
    expect(drafts(act(NOON - HOUR / 2), events)).toMatchObject([
      { type: 'case.time-set', payload: { event: opening.id } },
      { type: 'incident.time-set', payload: { event: linked.id } },
    ]);
  });

  it('S-34: is a supervisor’s, not in the future, with a reason outside the bounds, and only of an estimate', () => {
    expect(drafts(act(NOON), events, coordinator)).toBe('time-supervisor');
    expect(drafts(act(NOON + 2 * HOUR), events)).toBe('in-future');
    expect(drafts(act(NOON - 2 * HOUR), events)).toBe('outside-bounds');
    expect(drafts(act(NOON + HOUR / 2 + 60_000), events)).toBe('outside-bounds');
    expect(drafts(act(NOON - 2 * HOUR, 'Kad kertas'), events)).toMatchObject([
      { private: { reason: 'Kad kertas' } },
      {},
    ]);
    expect(drafts(act(NOON), [{ ...opening, certain: true }, linked])).toBe('time-sure');
  });
});
