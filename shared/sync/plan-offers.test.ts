import { describe, expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { actOfEvents } from './act-of-events.ts';
import type { ActWorld } from './act-world.ts';
import { foldCase } from './fold-case.ts';
import { judgeAct } from './judge-act.ts';
import { planAct } from './plan-act.ts';
import { assigned, CASE, NOON, opened, type SampleStamp, sampleEvent, sampleId } from './sample-events.ts';

const person = (role: Person['role'], branch?: string): Person => ({
  id: 'p',
  name: 'P',
  role,
  scope: branch === undefined ? { kind: 'hq' } : { kind: 'branch', branch },
});
const OTHER = sampleId(11);
const elsewhere = (event: AnyEvent): AnyEvent => ({
  ...event,
  id: sampleId(999),
  subject: { kind: 'case', id: OTHER },
});
const on = <T extends EventDraft['type']>(type: T, payload: object, stamp: SampleStamp) =>
  sampleEvent({ type, subject: CASE, payload } as EventDraft, stamp);

function world(events: readonly AnyEvent[], who: Person): ActWorld {
  const of = (id: string) => events.filter((event) => event.subject.id === id);
  return {
    case: (id) => foldCase(of(id)),
    incident: () => null,
    held: () => null,
    actEvents: (act) => events.filter((event) => event.act === act),
    eventsOf: of,
    branchExists: (code) => code !== 'ZZZ',
    suggest: () => null,
    readReport: () => ({ place: null, alternatives: [], suggested: null, kind: 'other', severities: ['death'] }),
    now: () => NOON + 60_000,
    nextLabel: () => 'K7-31',
    newId: () => sampleId(500),
    who,
  };
}
const code = (act: Act, events: readonly AnyEvent[], who: Person) => {
  const planned = planAct(act, world(events, who));
  return planned.ok ? 'ok' : planned.failure.code;
};
const cases = [CASE.id];
const offer = assigned('KLU', null, { n: 2, seq: 2 });
const accepted = on('case.acknowledged', { assignment: offer.id }, { n: 3, seq: 3 });

describe('a squad for a whole state', () => {
  const ofJohor: Person = { ...person('branch'), scope: { kind: 'state', state: 'Johor' } };
  const states = (branch: string) => (branch === 'KLU' ? 'Johor' : branch === 'SBN' ? 'Negeri Sembilan' : null);
  const planned = (act: Act, lead: string) => {
    const before = [opened(), assigned(lead, null, { n: 2, seq: 2 })];
    const answer = planAct(act, { ...world(before, ofJohor), stateOfBranch: states });
    return answer.ok ? 'ok' : answer.failure.code;
  };

  it('S-49: is offered what central takes of it: what an office of its state has, and nothing of another state’s', () => {
    const [reason, branch] = ['Waris di Muar', 'MUR'];
    const acts: Act[] = [
      { kind: 'assign', cases, branch, reason },
      { kind: 'share-out', moves: [{ case: CASE.id, branch }], reason },
      { kind: 'decline', cases, reason: 'no-officer' },
      { kind: 'acknowledge', cases },
    ];
    expect(acts.map((act) => planned(act, 'KLU'))).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(acts.map((act) => planned(act, 'SBN'))).toEqual(['not-lead', 'not-lead', 'not-lead', 'not-lead']);
    expect(planned({ kind: 'note', cases, text: 'Waris di Muar' }, 'SBN')).toBe('ok');
    // Central, of the same: what it would refuse is not made.
    const lead = assigned('SBN', null, { n: 2, seq: 2 });
    const given = { ...assigned(branch, 'SBN', { n: 3 }), private: { reason } };
    const verdict = judgeAct([given], {
      ...world([], ofJohor),
      author: ofJohor,
      caseOf: () => foldCase([opened(), lead]),
      incidentOf: () => null,
      stateOfBranch: states,
    });
    expect(verdict).toMatchObject({ ok: false, code: 'not-lead' });
  });
});

describe('an offer', () => {
  it('S-47: is declined by the branch that was offered it or for it, until it is accepted', () => {
    const act: Act = { kind: 'decline', cases, reason: 'no-officer' };
    const before = [opened(), offer];
    expect(planAct(act, world(before, person('branch', 'KLU')))).toMatchObject({
      ok: true,
      undoable: true,
      drafts: [{ type: 'case.declined', payload: { assignment: offer.id, reason: 'no-officer' } }],
    });
    expect(code(act, before, person('coordinator'))).toBe('ok');
    expect(code(act, before, person('branch', 'IPH'))).toBe('scope');
    expect(code(act, [opened()], person('coordinator'))).toBe('not-assigned');
    expect(code(act, [...before, accepted], person('branch', 'KLU'))).toBe('accepted-before');
  });

  it('is accepted by the branch that was offered it, not by one that helps', () => {
    const helps = on('case.assist-set', { branch: 'IPH', on: true }, { n: 3, seq: 3 });
    const act: Act = { kind: 'acknowledge', cases };
    expect(code(act, [opened(), offer, helps], person('branch', 'KLU'))).toBe('ok');
    expect(code(act, [opened(), offer, helps], person('branch', 'IPH'))).toBe('not-lead');
    expect(code(act, [opened(), offer, helps], person('coordinator'))).toBe('ok');
  });

  it('S-49: is handed over by the branch that leads, with a reason', () => {
    const act = (reason?: string): Act => ({ kind: 'assign', cases, branch: 'IPH', ...(reason ? { reason } : {}) });
    const squad = person('branch', 'KLU');
    expect(code(act(), [opened(), offer, accepted], squad)).toBe('needs-reason');
    expect(code(act('waris di Ipoh'), [opened(), offer, accepted], squad)).toBe('ok');
    const moved = assigned('SGT', 'KLU', { n: 4, seq: 4, seen: 3 });
    expect(code(act('waris di Ipoh'), [opened(), offer, moved], squad)).toBe('not-lead');
    expect(code(act('x'), [opened()], squad)).toBe('role');
  });
});

describe('many cases in one gesture', () => {
  const share = (reason?: string): Act => ({
    kind: 'share-out',
    moves: [
      { case: CASE.id, branch: 'IPH' },
      { case: OTHER, branch: 'SGT' },
    ],
    ...(reason ? { reason } : {}),
  });
  const two = [opened(), elsewhere(opened())];

  it('S-49: each goes to its branch, all or none; what is there already stays', () => {
    const planned = planAct(share(), world(two, person('supervisor')));
    if (!planned.ok) throw new Error(planned.failure.code);
    expect(planned.cases).toEqual([CASE.id, OTHER]);
    expect(planned.drafts.map(({ subject, payload }) => [subject.id, (payload as { branch: string }).branch])).toEqual([
      [CASE.id, 'IPH'],
      [OTHER, 'SGT'],
    ]);
    const there = [...two, assigned('IPH', null, { n: 5, seq: 5 })];
    expect(planAct(share(), world(there, person('supervisor')))).toMatchObject({ ok: true, cases: [OTHER] });
    expect(code(share(), [opened()], person('supervisor'))).toBe('not-found');
    const led = [...two, offer];
    expect(code(share(), led, person('coordinator'))).toBe('needs-reason');
    expect(code(share('pejabat banjir'), led, person('coordinator'))).toBe('ok');
    expect(code(share('x'), two, person('branch', 'KLU'))).toBe('role');
  });

  it('S-49: is told again as the same gesture, to be corrected', () => {
    const planned = planAct(share('pejabat banjir'), world(two, person('supervisor')));
    if (!planned.ok) throw new Error(planned.failure.code);
    const events = planned.drafts.map((draft, n) => sampleEvent(draft, { n: 20 + n, act: sampleId(60) }));
    expect(actOfEvents(events)).toEqual(share('pejabat banjir'));
  });
});

describe('what is named must be there', () => {
  it('S-52: a complaint that waits, and S-53: a payee of this case', () => {
    const [complaint, payeeId] = [sampleId(70), sampleId(71)];
    const heard = on('case.complaint-received', { complaint }, { n: 4, seq: 4 });
    const answered = on('case.complaint-acknowledged', { complaint }, { n: 5, seq: 5 });
    const act: Act = { kind: 'acknowledge-complaint', case: CASE.id, complaint };
    expect(code(act, [opened(), heard], person('coordinator'))).toBe('ok');
    expect(code({ ...act, complaint: sampleId(72) }, [opened(), heard], person('coordinator'))).toBe('not-found');
    expect(code(act, [opened(), heard, answered], person('coordinator'))).toBe('no-complaint');
    const paper: Act = { kind: 'complete-documents', cases, benefit: 'dependants', payeeId };
    expect(code(paper, [opened(), offer], person('coordinator'))).toBe('unknown-payee');
    const named = on('case.payee-named', { payeeId, relation: 'son' }, { n: 6, seq: 6 });
    expect(code(paper, [opened(), offer, named], person('coordinator'))).toBe('ok');
  });
});

describe('taking it back once it was built upon', () => {
  const late = (events: readonly AnyEvent[], last: AnyEvent) =>
    planAct(
      { kind: 'reverse', act: last.act },
      { ...world([...events, last], person('supervisor')), now: () => NOON + 3_600_000 },
    );

  it('S-35: who declined is offered it again, an assist or a law is set as it was', () => {
    const declined = on('case.declined', { assignment: offer.id, reason: 'not-ours' }, { n: 4, seq: 4, seen: 3 });
    expect(late([opened(), offer], declined)).toMatchObject({
      ok: true,
      drafts: [{ type: 'case.assigned', payload: { branch: 'KLU', believedLead: null } }],
    });
    const helps = on('case.assist-set', { branch: 'IPH', on: true }, { n: 4, seq: 4, seen: 3 });
    expect(late([opened(), offer], helps)).toMatchObject({ drafts: [{ payload: { branch: 'IPH', on: false } }] });
    const law = on('case.scheme-set', { scheme: 'act-4', on: true }, { n: 4, seq: 4, seen: 3 });
    expect(late([opened(), offer], law)).toMatchObject({ drafts: [{ payload: { scheme: 'act-4', on: false } }] });
    const town = { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08 };
    const placed = on('case.kin-placed', { place: town }, { n: 4, seq: 4, seen: 3 });
    expect(late([opened(), offer], placed)).toMatchObject({ drafts: [{ payload: { place: null } }] });
  });
});
