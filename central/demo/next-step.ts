import type { Act } from '#shared/contract/acts.ts';
import type { Benefit } from '#shared/domain/benefit.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Place, Town } from '#shared/domain/place.ts';
import { townOf } from '#shared/geo/town-of.ts';
import type { Course } from './course.ts';
import { between, createRandom, pick, seedOf } from './random.ts';

/** The next act of a simulated case: whose it is and when it is meant to happen (ms since 1970). */
export interface Step {
  act: Act;
  at: number;
  by: 'desk' | 'squad';
}

const ACTIONS = ['family-visit', 'hospital-visit', 'scene-visit', 'employer-visit', 'phone-call'] as const;
/** Towns from which many go away to work. */
const HOMES: readonly Town[] = [
  { name: 'Kota Bharu', state: 'Kelantan', lat: 6.13, lon: 102.24 },
  { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08 },
];
const RESUME_MS = 30 * 3_600_000;

/** What its course says comes next, by the facts recorded so far; null when it is closed or waits for a person. */
export function nextStep(state: CaseState, incident: IncidentState, course: Course): Step | null {
  if (state.status === 'closed' || state.readOnly || state.conflicts.length > 0) return null;
  const cases = [state.id];
  const benefit = benefitOf(state);
  const early = course.outcome === 'not-work' || course.outcome === 'duplicate';
  const close: Step = { act: { kind: 'close', cases, outcome: course.outcome }, at: course.close, by: 'desk' };
  const pause = state.pauses.at(-1);
  const assignment = state.assignments.at(-1);
  // A branch that declined is not offered it again by a machine: a person decides.
  if (state.lead === null && assignment?.declined) return null;
  if (state.lead === null || assignment === undefined) {
    const branch = incident.suggested?.branch;
    if (branch === undefined) return null;
    if (state.triaged === null && course.triage < course.assign)
      return { act: { kind: 'triage', cases, severity: state.severity }, at: course.triage, by: 'desk' };
    return { act: { kind: 'assign', cases, branch }, at: course.assign, by: 'desk' };
  }
  if (assignment.acknowledged === null) {
    const delay = course.acknowledge - course.assign;
    return {
      act: { kind: 'acknowledge', cases },
      at: Math.max(course.acknowledge, assignment.from.ms + delay),
      by: 'squad',
    };
  }
  if (state.firstAction === null) {
    return {
      act: { kind: 'first-action', cases, action: pick(createRandom(seedOf(state.id)), ACTIONS) },
      at: course.action,
      by: 'squad',
    };
  }
  if (early) return close;
  if (pause?.until === null) return { act: { kind: 'resume', cases }, at: pause.from.ms + RESUME_MS, by: 'squad' };
  const decide: Step = {
    act: { kind: 'decide-eligibility', cases, benefit, eligible: course.outcome === 'paid' },
    at: course.eligibility,
    by: 'squad',
  };
  if (state.familyContacted === null && (course.family <= course.eligibility || state.eligibility.length > 0)) {
    return { act: { kind: 'contact-family', cases }, at: course.family, by: 'squad' };
  }
  const around = aroundStep(state, incident);
  if (around !== null) return around;
  if (state.eligibility.length === 0) return decide;
  if (course.outcome !== 'paid') return close;
  if (state.documents.length === 0)
    return { act: { kind: 'complete-documents', cases, benefit }, at: course.documents, by: 'squad' };
  if (state.payments.length === 0) {
    return {
      act: { kind: 'pay', cases, benefit, amountSen: amountOf(benefit, state.id), payee: 'Waris (demo)' },
      at: course.pay,
      by: 'squad',
    };
  }
  return close;
}

/** What a family tells: where it lives, mostly near, and what the insured person was covered by. */
function aroundStep(state: CaseState, { place }: IncidentState): Step | null {
  const contacted = state.familyContacted;
  if (contacted === null || state.severity !== 'death' || place === null) return null;
  const step = (act: Act): Step => ({ act, at: contacted.ms, by: 'squad' });
  if (state.places?.kin === undefined)
    return step({ kind: 'place-kin', cases: [state.id], place: homeOf(state.id, place) });
  if (state.schemes === undefined) return step({ kind: 'set-scheme', cases: [state.id], scheme: 'act-4', on: true });
  return null;
}

/** Where the family of a case lives: mostly near where it happened. */
export function homeOf(id: string, place: Place): Town {
  return pick(createRandom(seedOf(id)), [townOf(place), townOf(place), ...HOMES]);
}

function benefitOf(state: CaseState): Benefit {
  return state.severity === 'death' ? 'funeral' : 'temporary-disablement';
}

/** RM3,000 for a funeral; some weeks' benefit else. */
function amountOf(benefit: Benefit, id: string): number {
  return benefit === 'funeral' ? 300_000 : Math.round(between(createRandom(seedOf(id)), 420, 2_600)) * 100;
}
