import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '#shared/contract/acts.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { checkEvent } from '#shared/contract/wire/event.ts';
import type { PayloadOf } from '#shared/contract/wire/event-payloads.ts';
import { ACT_KINDS } from '#shared/domain/act-rules.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { ActWorld } from './act-world.ts';
import { foldCase } from './fold-case.ts';
import { planAct } from './plan-act.ts';
import { assigned, CASE, INCIDENT, NOON, opened, sampleEvent, sampleId } from './sample-events.ts';

const coordinator: Person = { id: 'person-of-desk-a', name: 'N. Hamid', role: 'coordinator', scope: { kind: 'hq' } };

function world(events: AnyEvent[], who: Person | null = coordinator, now = NOON + 5_000): ActWorld {
  let next = 100;
  return {
    case: (id) => (id === CASE.id ? foldCase(events) : null),
    incident: () => null,
    held: () => null,
    actEvents: (act) => events.filter((event) => event.act === act),
    eventsOf: () => events,
    branchExists: (code) => code !== 'ZZZ',
    suggest: () => null,
    readReport: () => ({
      place: null,
      alternatives: [],
      suggested: null,
      kind: 'other',
      severities: ['death', 'injury'],
    }),
    now: () => now,
    nextLabel: () => 'K7-31',
    newId: () => sampleId(next++),
    who,
  };
}

const assign = (branch: string, reason?: string): Act => ({
  kind: 'assign',
  cases: [CASE.id],
  branch,
  ...(reason ? { reason } : {}),
});

describe('planning an act', () => {
  it('has one rule for every act of the contract', () => {
    const kinds = actSchema.options.map((option) => option.shape.kind.value);
    expect([...kinds].sort()).toEqual([...ACT_KINDS].sort());
  });

  it('assigns a case, naming the lead it believes in', () => {
    const planned = planAct(assign('KLU'), world([opened()]));
    expect(planned).toMatchObject({
      ok: true,
      cases: [CASE.id],
      undoable: true,
      drafts: [{ payload: { branch: 'KLU', believedLead: null } }],
    });
  });

  it('asks a coordinator who moves a case why, and names the field', () => {
    const moved = [opened(), assigned('SGT', null, { n: 1, seq: 2 })];
    expect(planAct(assign('KLU'), world(moved))).toMatchObject({
      ok: false,
      failure: { code: 'needs-reason', field: 'act.reason' },
    });
    expect(planAct(assign('KLU', 'pejabat banjir'), world(moved))).toMatchObject({
      ok: true,
      drafts: [{ payload: { believedLead: 'SGT' } }],
    });
    expect(planAct(assign('SGT'), world(moved))).toMatchObject({ ok: false, failure: { code: 'already-lead' } });
  });

  it('refuses in words what cannot be: unknown office, nobody signed in, a squad’s act before any squad, a closed case', () => {
    expect(planAct(assign('ZZZ'), world([opened()]))).toMatchObject({
      failure: { code: 'unknown-branch', field: 'act.branch' },
    });
    expect(planAct(assign('KLU'), world([opened()], null))).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(planAct({ kind: 'acknowledge', cases: [CASE.id] }, world([opened()]))).toMatchObject({
      failure: { code: 'not-assigned' },
    });
    const closed = sampleEvent({ type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } }, { n: 1, seq: 2 });
    expect(planAct(assign('KLU'), world([opened(), closed]))).toMatchObject({ failure: { code: 'case-closed' } });
  });

  it('takes back an act within ten seconds, not later, not twice, not once built upon', () => {
    const first = assigned('SGT', null, { n: 1, ms: NOON });
    const undo = { kind: 'undo', act: first.act } as const;
    expect(planAct(undo, world([opened(), first]))).toMatchObject({
      ok: true,
      drafts: [{ type: 'case.act-undone' }],
      incidents: [INCIDENT.id],
    });
    expect(planAct(undo, world([opened(), first], coordinator, NOON + 10_001))).toMatchObject({
      failure: { code: 'undo-too-late' },
    });
    const built = assigned('KLU', 'SGT', { n: 2 });
    expect(planAct(undo, world([opened(), first, built]))).toMatchObject({ failure: { code: 'built-on' } });
    const undone = sampleEvent({ type: 'case.act-undone', subject: CASE, payload: { act: first.act } }, { n: 2 });
    expect(planAct(undo, world([opened(), first, undone]))).toMatchObject({ failure: { code: 'already-undone' } });
  });

  it('makes only events the wire takes, for every act on a case', () => {
    const led = [opened(), assigned('SGT', null, { n: 1, seq: 2 })];
    const told = { how: 'phone', by: 'Encik R.' } as const;
    const acts = [
      { kind: 'triage', cases: [CASE.id], severity: 'death', priority: 'high', grade: 'confirmed' },
      { kind: 'acknowledge', cases: [CASE.id], told },
      { kind: 'first-action', cases: [CASE.id], action: 'family-visit', told },
      { kind: 'contact-family', cases: [CASE.id] },
      { kind: 'complete-documents', cases: [CASE.id], benefit: 'funeral', told },
      { kind: 'decide-eligibility', cases: [CASE.id], benefit: 'funeral', eligible: true },
      { kind: 'pay', cases: [CASE.id], benefit: 'funeral', amountSen: 300_000, payee: 'S.', told },
      { kind: 'pause', cases: [CASE.id], reason: 'family-not-ready', text: 'pulang esok' },
      { kind: 'close', cases: [CASE.id], outcome: 'paid' },
      { kind: 'note', cases: [CASE.id], text: 'Nota' },
      { kind: 'describe-victim', case: CASE.id, name: 'A', age: 34 },
      { kind: 'describe-kin', case: CASE.id, phone: '012' },
      { kind: 'open-personal', case: CASE.id, reason: 'panggilan waris' },
      { kind: 'report', text: 'Dua maut', source: 'hotline' },
    ] as const;
    for (const act of acts) {
      const planned = planAct(actSchema.parse(act), world(led));
      expect(planned, act.kind).toMatchObject({ ok: true });
      if (!planned.ok) continue;
      for (const [index, draft] of planned.drafts.entries()) {
        expect(checkEvent(sampleEvent(draft, { n: index + 5 })), draft.type).toBeNull();
      }
    }
  });

  it('opens a case for each victim read, corrected by what was said by hand', () => {
    const severities = (more: object) => {
      const planned = planAct(
        { kind: 'report', text: 'Seorang maut, seorang cedera', source: 'hotline', ...more },
        world([]),
      );
      const drafts = planned.ok ? planned.drafts : [];
      return drafts.flatMap((draft) =>
        draft.type === 'case.opened' ? [(draft.payload as PayloadOf<'case.opened'>).severity] : [],
      );
    };
    expect(severities({})).toEqual(['death', 'injury']);
    expect(severities({ severity: 'missing' })).toEqual(['missing', 'missing']);
    expect(severities({ victims: 1 })).toEqual(['death']);
    expect(severities({ victims: 3 })).toEqual(['death', 'injury', 'unknown']);
  });
});
