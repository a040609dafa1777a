import type { Act, Command } from '#shared/contract/acts.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import { FIRST_ARRANGEMENT } from '#shared/contract/view/arrangement.ts';
import type { Via } from '#shared/contract/wire/event.ts';
import type { DeskClock } from '../desk-clock.ts';
import type { DeskPicture, DeskVerbs, LastAct } from '../desk-context.ts';
import { findGoal } from './find-goal.ts';
import { between, marksAfter, takeable } from './marks.ts';
import { caseBeside, type LeftOff, leaveOff, nextAmong } from './next-case.ts';
import { judgementOf, leadsOf, needsConfirming, overrides, takeInHand } from './take-in-hand.ts';

export interface VerbParts {
  engine: EngineBridge;
  clock: DeskClock;
  picture(): DeskPicture;
  change(part: Partial<DeskPicture>): void;
  newId(): string;
  reopenRows(): void;
}

/** Acts that are no gesture of the desk's work: nothing to undo, nothing to announce. */
const QUIET_ACTS: ReadonlySet<Act['kind']> = new Set(['open-personal', 'acknowledge-alarm']);

/** So long the pointer stays on a branch before the engine is asked about it. */
const REST_MS = 80;

/** What the desk can be asked to do, over the engine and the picture. */
export function makeVerbs({ engine, clock, picture, change, newId, reopenRows }: VerbParts): DeskVerbs {
  const patchCarried = (part: Partial<NonNullable<DeskPicture['carried']>>) => {
    const { carried } = picture();
    if (carried) change({ carried: { ...carried, ...part } });
  };

  const setSession = async (
    part: Partial<Pick<DeskPicture['session'], 'lang' | 'theme' | 'arrangement'>> & { toured?: true },
  ) => {
    // Shown at once; the engine keeps it for the next start.
    change({ session: { ...picture().session, ...part } });
    const reply = await engine.call('session.set', part);
    if (reply.ok) change({ session: reply.value });
  };

  /** The ids of the cases shown, in the queue's order. */
  const shown = () => picture().board?.shown.map(({ row }) => row.case) ?? [];
  let left: LeftOff | null = null;

  const verbs: DeskVerbs = {
    select: (selectedCase) => {
      const view = selectedCase === null ? picture().view : 'desk';
      // Once another was open it is of no matter where a case stood before.
      if (selectedCase !== left?.case) left = null;
      if (selectedCase !== picture().selectedCase || view !== picture().view) change({ selectedCase, view });
    },
    mark(cases, how) {
      const { marked, rows } = picture();
      const next = marksAfter(marked, rows ? takeable(rows, cases) : [], how);
      if (next !== marked) change({ marked: next });
    },
    markTo(caseId) {
      verbs.mark(between(shown(), picture().selectedCase, caseId), 'add');
    },
    markBeside(caseId) {
      const { marked, selectedCase } = picture();
      // The open row looks as chosen as the others: it goes with them.
      if (marked.size === 0 && selectedCase !== null && selectedCase !== caseId && shown().includes(selectedCase))
        verbs.mark([selectedCase, caseId], 'add');
      else verbs.mark([caseId], 'toggle');
    },
    markStep(by) {
      const left = picture().selectedCase;
      verbs.step(by);
      verbs.mark(
        [left, picture().selectedCase].filter((id) => id !== null),
        'add',
      );
    },
    hoverBranch: (hoveredBranch) => {
      if (hoveredBranch !== picture().hoveredBranch) change({ hoveredBranch });
    },
    goTo(where) {
      const goal = where && findGoal(where, picture().rows, clock.now());
      if (where && 'caseId' in where && picture().rows?.has(where.caseId)) verbs.select(where.caseId);
      if (goal !== picture().goal && (goal !== null || where === null))
        change({ goal, ...(goal ? { view: 'desk' } : {}) });
      return goal !== null;
    },
    setFilter: (part) => change({ filter: { ...picture().filter, ...part }, view: 'desk' }),
    setSort: (sort) => change({ sort }),
    arrange: (part) => {
      const arrangement = { ...(picture().session.arrangement ?? FIRST_ARRANGEMENT), ...part };
      void setSession({ arrangement });
    },
    // The map goes with the desk: what it was asked to show is over, not waiting for it to come back.
    turnTo: (view) => change(view === 'desk' ? { view } : { view, goal: null }),
    supervise: (part) => change({ load: { ...picture().load, ...part } }),
    show: (overlay) =>
      change(overlay === 'none' && picture().overlay === 'assign' ? { overlay, carried: null } : { overlay }),
    ask(asked) {
      if (asked === null) return change({ asked });
      // Its form is in the drawer: nothing may lie over that.
      if (picture().overlay !== 'none') verbs.show('none');
      change({ asked, selectedCase: asked.case, view: 'desk', menu: null });
    },
    openMenu: (menu) => change(menu ? { menu, selectedCase: menu.case } : { menu }),
    step(by) {
      const next = caseBeside(shown(), picture().selectedCase, by, left);
      if (next !== null) verbs.select(next);
    },
    stepUnassigned() {
      const { board, selectedCase } = picture();
      const unassigned = board?.shown.filter(({ row }) => row.lead === null && row.status !== 'closed') ?? [];
      const wanted = new Set(unassigned.map(({ row }) => row.case));
      const next = nextAmong(shown(), wanted, selectedCase, left);
      if (next !== null) verbs.select(next);
    },
    carry(grabbed, via, again) {
      const { rows, selectedCase, marked } = picture();
      // Whoever takes one of those picked together takes them all.
      const taken = grabbed.some((id) => marked.has(id)) ? [...new Set([...grabbed, ...marked])] : grabbed;
      const hand = rows && takeInHand(rows, taken);
      if (!hand) {
        const closed = taken.some((id) => rows?.get(id)?.status === 'closed');
        const failure = { code: 'refused', message: { key: 'failure.case-closed' } };
        if (closed) change({ lastAct: { state: 'refused', act: { kind: 'assign' }, failure, at: clock.now() } });
        return;
      }
      // The drawer shows what is in hand, now and after.
      const selected = selectedCase !== null && hand.cases.includes(selectedCase) ? selectedCase : (taken[0] ?? null);
      change({
        carried: {
          ...hand,
          led: leadsOf(rows, hand.cases),
          via,
          candidates: [],
          asked: [],
          target: null,
          ...(again ? { again } : {}),
        },
        menu: null,
        selectedCase: selected,
      });
      void engine.call('candidates.get', { cases: [...hand.cases] }).then((reply) => {
        if (reply.ok && picture().carried?.incident === hand.incident) patchCarried({ candidates: reply.value });
      });
    },
    aim: (target) => {
      const { carried } = picture();
      if (!carried || carried.target === target) return;
      patchCarried({ target });
      if (target === null || carried.candidates.length === 0 || judgementOf(carried, target)) return;
      // A branch nobody proposed: whether it may take the cases is said before the drop, once the pointer rests on it.
      setTimeout(async () => {
        if (picture().carried?.target !== target) return;
        const reply = await engine.call('candidates.get', { cases: [...carried.cases], branch: target });
        const one = reply.ok ? reply.value.find(({ branch }) => branch === target) : undefined;
        const now = picture().carried;
        if (one && now?.cases === carried.cases) patchCarried({ asked: [...now.asked, one] });
      }, REST_MS);
    },
    tick(caseId, on) {
      const { carried } = picture();
      if (!carried) return;
      const rest = carried.ticked.filter((id) => id !== caseId);
      patchCarried({ ticked: on ? carried.cases.filter((id) => id === caseId || rest.includes(id)) : rest });
    },
    drop(branch) {
      const { carried, rows } = picture();
      if (!carried || !rows) return;
      const candidate = judgementOf(carried, branch);
      const act: Act = { kind: 'assign', cases: [...carried.ticked], branch };
      if (candidate?.refused) {
        const failure = { code: 'refused', message: candidate.refused };
        return change({ carried: null, lastAct: { state: 'refused', act, failure, at: clock.now() } });
      }
      const asks = candidate?.verdict === 'with-reason' || overrides(rows, carried.ticked, branch);
      if (needsConfirming(rows, carried.cases) || asks) {
        return change({ carried: { ...carried, target: branch }, overlay: 'assign' });
      }
      change({ carried: null });
      void verbs.commit(act, carried.via, undefined, carried.again?.of);
    },
    letGo: () => change({ carried: null, ...(picture().overlay === 'assign' ? { overlay: 'none' as const } : {}) }),
    async commit(act: Act, via: Via, happenedAt?: string, replaces?: string) {
      const command: Command = {
        commandId: newId(),
        via,
        act,
        ...(happenedAt === undefined ? {} : { happenedAt }),
        ...(replaces === undefined ? {} : { replaces }),
      };
      const { selectedCase } = picture();
      const going = act.kind === 'assign' ? act.cases : [];
      const place =
        selectedCase !== null && going.includes(selectedCase) ? leaveOff(shown(), selectedCase, going) : null;
      const reply = await engine.call('act.commit', command);
      if (reply.ok && place !== null && picture().selectedCase === place.case) left = place;
      if (reply.ok && act.kind === 'assign' && picture().marked.size > 0) change({ marked: new Set() });
      if (!QUIET_ACTS.has(act.kind)) change({ lastAct: lastActOf(act, reply, picture().lastAct, clock.now()) });
      return reply;
    },
    reopenRows: () => {
      change({ rowsFailure: null });
      reopenRows();
    },
    setLang: (lang) => void setSession({ lang }),
    setTheme: (theme) => void setSession({ theme }),
    endTour: () => void setSession({ toured: true }),
  };
  return verbs;
}

type CommitReply = Awaited<ReturnType<DeskVerbs['commit']>>;

/** What the undo bar shows after an act: an `undo` that was accepted turns the gesture it names into `undone`. */
export function lastActOf(act: Act, reply: CommitReply, before: LastAct | null, at: number): LastAct {
  if (!reply.ok) return { state: 'refused', act, failure: reply.failure, at };
  if (act.kind !== 'undo') return { state: 'committed', act, committed: reply.value, at };
  const named = before?.state === 'committed' && before.committed.act === act.act ? before.act : act;
  return { state: 'undone', act: named, at };
}
