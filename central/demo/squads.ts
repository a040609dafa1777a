import type { Parts } from '#central/parts.ts';
import { casesById, incidentsById, openCaseIds } from '#central/store/case-queries.ts';
import { receivedMs } from '#central/store/fold-rows.ts';
import { actAs } from './act-as.ts';
import type { Cast } from './cast.ts';
import { courseOf } from './course.ts';
import { nextStep, type Step } from './next-step.ts';
import { between, createRandom, seedOf } from './random.ts';

const MIN = 60_000;
/** What should have happened longer ago than this is made up for at the start; the rest is spread over what follows. */
const CATCH_UP_MS = 3 * 3_600_000;
const MOST_AT_ONCE = 3;
const MOST_STEPS = 12;

/** The simulated desk and squads: they do what each case's course says, when it says so. */
export interface Squads {
  /** Makes up for a time nobody ran the demo. @returns acts made. */
  catchUp(): Promise<number>;
  /** Does what has come due, a few acts at most. @returns acts made. */
  tick(): Promise<number>;
}

interface Due {
  id: string;
  step: Step;
}

/** @param begin ms since 1970 at which this run of the demo began: nothing overdue by then is done all at once. */
export function createSquads(parts: Parts, cast: Cast, begin: number): Squads {
  /** A moment already past when the demo began is moved to some minutes after it. */
  const moment = (id: string, { at, act }: Step) =>
    at >= begin ? at : begin + between(createRandom(seedOf(`${id} ${act.kind} ${begin}`)), 4, 50) * MIN;

  async function dueBy(due: (id: string, step: Step) => boolean): Promise<Due[]> {
    const cases = await casesById(parts.database, await openCaseIds(parts.database.reader));
    const incidents = await incidentsById(parts.database, [...new Set(cases.map(({ state }) => state.incident))]);
    return cases.flatMap(({ state }) => {
      const incident = incidents.get(state.incident)?.state;
      if (incident === undefined) return [];
      const received = receivedMs(incident);
      const step = nextStep(state, incident, courseOf(incident.id, received, received < begin ? 'seed' : 'feed'));
      return step !== null && due(state.id, step) ? [{ id: state.id, step }] : [];
    });
  }

  async function make(due: readonly Due[], happened: (one: Due, now: number) => number): Promise<number> {
    if (due.length === 0) return 0;
    return parts.writer.submit(async (session) => {
      await session.load(due.map(({ id }) => id));
      let made = 0;
      for (const one of due) {
        const lead = session.caseOf(one.id)?.lead ?? null;
        const squad = lead === null ? null : cast.squad(lead);
        const person = one.step.by === 'desk' || squad === null ? cast.desk : squad;
        if (actAs(session, parts, person, one.step.act, Math.min(session.now, happened(one, session.now)))) made += 1;
      }
      return made;
    });
  }

  return {
    async catchUp() {
      let made = 0;
      for (let round = 0; round < MOST_STEPS; round++) {
        const due = await dueBy((_, step) => step.at < begin - CATCH_UP_MS);
        const now = await make(due, ({ step }) => step.at);
        made += now;
        if (now === 0) break;
      }
      return made;
    },
    async tick() {
      const now = parts.clock();
      const due = await dueBy((id, step) => moment(id, step) <= now);
      return make(due.slice(0, MOST_AT_ONCE), (_one, at) => at);
    },
  };
}
