import type { EngineContext } from '#engine/engine-context.ts';
import type { Database } from '#engine/store/database.ts';
import { insertEvents } from '#engine/store/event-rows.ts';
import { type Meta, readSome, writeMeta } from '#engine/store/meta.ts';
import { withdrawAct } from '#engine/store/withdraw-act.ts';
import { noteGuesses } from '#engine/time/settle-guesses.ts';
import type { Command, Committed } from '#shared/contract/acts.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { tickHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { UNDO_MS } from '#shared/sync/act-world.ts';
import { planAct } from '#shared/sync/plan-act.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';
import { loadWorld } from './load-world.ts';
import { withPublicPlace } from './report-reading.ts';

/** A window's clock may run this far ahead of ours before its "now" counts as the future, ms. */
const SKEW_MS = 2_000;

/** Until enrolment gives a prefix of this console's own. */
export const PROVISIONAL_PREFIX = 'K0';

/**
 * S-14: makes one act: its events, the folded rows, the device's counts and the command's answer are one durable
 * transaction, committed before this resolves. The same `commandId` again gives the first answer and does nothing.
 * @throws CallFailure when the act is refused, with the member of the input at fault
 */
export function commitAct(context: EngineContext, command: Command): Promise<Committed> {
  return context.ledger.write(async (db) => {
    const before = await db.get<{ answer: string }>('SELECT answer FROM command WHERE id = ?', [command.commandId]);
    if (before) return { result: JSON.parse(before.answer) as Committed, subjects: [] };
    const now = context.clock.now();
    const happened = command.happenedAt === undefined ? now : Date.parse(command.happenedAt);
    if (happened > now + SKEW_MS) throw new CallFailure('in-future', { key: 'failure.in-future' }, 'happenedAt');

    const kept = await readSome(db, ['label', 'prefix', 'n', 'hlc', 'position', 'device']);
    let { label = 0 } = kept;
    const { prefix = PROVISIONAL_PREFIX } = kept;
    const meant = withPublicPlace(context.geography, command.act);
    const world = await loadWorld(db, meant, {
      geography: context.geography,
      now: () => now,
      newId: context.newId,
      nextLabel: () => {
        label += 1;
        return `${prefix}-${label}`;
      },
      who: context.person(),
    });
    const plan = planAct(meant, world);
    if (!plan.ok) throw new CallFailure(plan.failure.code, plan.failure.message, plan.failure.field);
    const act = context.newId();
    const said = command.happenedAt !== undefined;
    const { events, counts } = stampAll(context, kept, plan.drafts, { act, via: command.via, now, happened, said });
    await insertEvents(db, events, 1);
    await noteGuesses(db, events, said);
    const gone = command.replaces === undefined ? [] : await putAside(context, db, command.replaces, now);
    const answer: Committed = {
      act,
      cases: plan.cases,
      incidents: plan.incidents,
      undoUntil: plan.undoable ? now + UNDO_MS : null,
    };
    await writeMeta(db, { ...counts, label });
    await db.run('INSERT INTO command (id, answer, at) VALUES (?, ?, ?)', [
      command.commandId,
      JSON.stringify(answer),
      now,
    ]);
    return { result: answer, subjects: [...events.map((event) => event.subject.id), ...gone] };
  });
}

/** S-11: what is sent again leaves the outbox in the same transaction, and stays in the log. */
async function putAside(context: EngineContext, db: Database, act: string, at: number): Promise<string[]> {
  const subjects = await withdrawAct(db, act, { reason: 'sent again', actor: context.person()?.id ?? '', at });
  if (subjects === null) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'replaces');
  return subjects;
}

interface Gesture {
  act: string;
  via: Command['via'];
  now: number;
  happened: number;
  /** A person gave the time. */
  said: boolean;
}

/**
 * Stamps the drafts with the device's next counts and clock values, which the caller keeps.
 * @param kept read in the transaction: this console may have become another one a moment ago
 */
function stampAll(context: EngineContext, kept: Partial<Meta>, drafts: readonly EventDraft[], gesture: Gesture) {
  let { n = 0 } = kept;
  let at = kept.hlc ?? null;
  const { position: seen = 0, device = context.device } = kept;
  const sure = context.clock.sure();
  const events = drafts.map((draft) => {
    n += 1;
    at = tickHlc(at, gesture.now);
    return stampDraft(draft, {
      id: context.newId(),
      act: gesture.act,
      actor: context.person()?.id ?? 'nobody',
      session: context.session,
      device,
      n,
      at,
      happenedAt: isoMalaysia(gesture.happened),
      ...doubtOf(draft, gesture, context.clock.certain(), sure),
      via: gesture.via,
      seen,
    });
  });
  return { events, counts: { n, ...(at === null ? {} : { hlc: at }), ...(sure === null ? {} : { lastSeenMs: sure }) } };
}

/**
 * S-32: in a boot in which central was not heard a time is an estimate, not before the latest sure moment. A time that a
 * person gives for before that moment is theirs; when a report was received is always this desk's own time.
 */
function doubtOf(draft: EventDraft, { happened, said }: Gesture, certain: boolean, sure: number | null) {
  const ofReceipt = draft.type === 'report.received' || draft.type === 'incident.report-linked';
  if (certain || (said && !ofReceipt && sure !== null && happened <= sure)) return { certain: true };
  return { certain: false, ...(sure === null ? {} : { notBefore: isoMalaysia(sure) }) };
}
