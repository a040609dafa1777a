import { takeReport } from '#central/intake/take-report.ts';
import type { Parts } from '#central/parts.ts';
import type { ApiKey } from '#central/store/api-key-rows.ts';
import type { LogSession } from '#central/store/log-session.ts';
import type { Act } from '#shared/contract/acts.ts';
import { offeredPauseReasons, type PauseReason } from '#shared/domain/case-status.ts';
import { isoMalaysia, startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { actAs } from './act-as.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import type { Behind, Special } from './board.ts';
import type { Cast } from './cast.ts';
import type { Course } from './course.ts';
import { inventKin, inventVictim, NOTES } from './demo-persons.ts';
import { homeOf, nextStep } from './next-step.ts';
import type { PlannedIncident } from './plan-board.ts';
import { createRandom, pick, seedOf } from './random.ts';

const DEMO_KEY: ApiKey = { id: 'demo', name: 'demo', channel: 'demo', source: 'press', perMinute: 0 };
const MIN = 60_000;
const HOW = ['whatsapp', 'phone'] as const;

/**
 * Writes a planned sample into the log as if it had happened: every report and act at its own time, each act made by
 * a simulated person under the ordinary rules. @param backdate also central's own time of receipt: only into an empty
 * log, where it runs forward; else what happened in the past is recorded now.
 */
export async function seedBoard(
  session: LogSession,
  parts: Parts,
  cast: Cast,
  plan: readonly PlannedIncident[],
  now: number,
  backdate: boolean,
): Promise<void> {
  const agenda = createAgenda();
  const begin = session.now;
  let reached = Number.NEGATIVE_INFINITY;
  const setTime = (at: number) => {
    reached = Math.max(reached, Math.floor(at));
    session.now = backdate ? Math.min(reached, begin) : begin;
  };
  for (const incident of plan) {
    agenda.runUntil(incident.received, setTime);
    setTime(incident.received);
    await takeReport(session, incident.lead, DEMO_KEY, 'demo', parts.newId, incident.ids);
    const scene = { session, parts, cast, agenda, now };
    for (const id of incident.ids.cases) {
      if ('special' in incident.goes) goAsSet(scene, id, incident.goes.special);
      else goOnCourse(scene, id, incident.goes.course);
    }
  }
  agenda.runUntil(now, setTime);
  session.now = begin;
}

interface Scene {
  session: LogSession;
  parts: Parts;
  cast: Cast;
  agenda: Agenda;
  now: number;
}

function goOnCourse(scene: Scene, id: string, course: Course): void {
  const { session, agenda } = scene;
  const proceed = (after: number) => {
    const state = session.caseOf(id);
    const incident = state === null ? null : session.incidentOf(state.incident);
    const step = state === null || incident === null ? null : nextStep(state, incident, course);
    if (step === null) return;
    const at = Math.max(step.at, after + MIN);
    agenda.add(at, () => {
      if (perform(scene, id, step.act, at)) proceed(at);
    });
  };
  proceed(0);
}

function goAsSet(scene: Scene, id: string, { behind, pause }: Special): void {
  const { agenda, now } = scene;
  for (const [kind, ago] of behind) {
    const at = now - ago * MIN;
    agenda.add(at, () => {
      const act = actBehind(scene, id, kind);
      if (act !== null) perform(scene, id, act, at);
    });
  }
  if (pause === undefined) return;
  const at = now - pause.ago * MIN;
  agenda.add(
    at,
    () =>
      void perform(
        scene,
        id,
        {
          kind: 'pause',
          cases: [id],
          reason: reasonFor(scene, id, pause.reason),
          // Who waits for a family says when they are seen again: at ten, the day after tomorrow.
          ...(pause.reason === 'family-not-ready'
            ? { until: isoMalaysia(startOfDayMalaysia(now) + 58 * 3_600_000) }
            : {}),
          text: 'Dipersetujui bersama waris.',
        },
        at,
      ),
  );
}

/** The reason set up, or where it cannot be this victim's another. */
function reasonFor({ session }: Scene, id: string, reason: PauseReason): PauseReason {
  const severity = session.caseOf(id)?.severity ?? 'unknown';
  return offeredPauseReasons(severity).includes(reason) ? reason : 'police-report';
}

function actBehind({ session }: Scene, id: string, kind: Behind[0]): Act | null {
  const state = session.caseOf(id);
  const incident = state === null ? null : session.incidentOf(state.incident);
  if (state === null || incident === null) return null;
  const cases = [id];
  switch (kind) {
    case 'triage':
      return { kind, cases, severity: state.severity };
    case 'assign':
      return { kind, cases, branch: incident.suggested?.branch ?? 'KUL' };
    case 'first-action':
      return { kind, cases, action: 'family-visit' };
    case 'decide-eligibility':
      return { kind, cases, benefit: state.severity === 'death' ? 'funeral' : 'temporary-disablement', eligible: true };
    default:
      return { kind, cases };
  }
}

/** Makes the act as whoever it is up to, and lets what people learn along the way be written down too. */
function perform(scene: Scene, id: string, act: Act, at: number): boolean {
  const { session, parts, cast } = scene;
  const random = createRandom(seedOf(`${id} ${act.kind}`));
  const lead = session.caseOf(id)?.lead ?? null;
  const squad = lead === null ? null : cast.squad(lead);
  const ofDesk = act.kind === 'triage' || act.kind === 'assign' || act.kind === 'close';
  const told = !ofDesk && 'told' in ({ told: undefined, ...act } as object) && random() < 0.3;
  const spoken: Act =
    told && canBeTold(act) ? { ...act, told: { how: pick(random, HOW), by: 'Ketua squad (demo)' } } : act;
  const person = ofDesk || (told && canBeTold(act)) || squad === null ? cast.desk : squad;
  if (!actAs(session, parts, person, spoken, at)) return false;
  if (act.kind === 'first-action' && random() < 0.75) actAs(session, parts, person, inventVictim(random, id), at);
  if (act.kind === 'contact-family' && random() < 0.8)
    actAs(session, parts, person, inventKin(random, id, houseOf(scene, id)), at);
  if ((act.kind === 'acknowledge' || act.kind === 'contact-family') && random() < 0.3) {
    actAs(session, parts, person, { kind: 'note', cases: [id], text: pick(random, NOTES) }, at);
  }
  return true;
}

function houseOf({ session }: Scene, id: string): Parameters<typeof inventKin>[2] {
  const state = session.caseOf(id);
  const place = state === null ? null : (session.incidentOf(state.incident)?.place ?? null);
  const town = state?.places?.kin ?? (place === null ? null : homeOf(id, place));
  return { sex: state?.victim.sex ?? null, town: town?.name ?? null };
}

type Tellable = Extract<Act, { told?: unknown }>;
function canBeTold(act: Act): act is Tellable {
  return ['acknowledge', 'first-action', 'contact-family', 'complete-documents', 'decide-eligibility'].includes(
    act.kind,
  );
}
