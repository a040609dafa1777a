import { z } from 'zod';
import type { EngineContext } from '#engine/engine-context.ts';
import { type DutyWithPerson, dutiesAt } from '#engine/store/duty-people.ts';
import { loadRows } from '#engine/store/folded-rows.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { callsOf } from '#shared/clocks/escalation/calls.ts';
import { type CalledPlace, levelFor, whoToCall } from '#shared/clocks/escalation/who-to-call.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { InputOf } from '#shared/contract/ipc.ts';
import type { NoticesView, PhoneListView } from '#shared/contract/view/notices.ts';
import { ROTA_LEVELS, type RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { numberOfCase } from '#shared/domain/number-of-case.ts';
import { centralInWords } from './central-in-words.ts';
import { maskPhone } from './mask.ts';
import { eachOpenCase } from './open-cases.ts';
import { placeCalled } from './place-called.ts';

/** Messages asked for at once. */
const PAGE = 50;
/** Late cases a list names. */
const NAMED = 40;

const level = z.enum(ROTA_LEVELS);
/** What is read of central's answer; what it says beyond that is left alone. */
const answerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      about: z.enum(['call', 'withdrawal']),
      case: z.object({ id: z.string(), number: z.string().nullable(), label: z.string().nullable() }),
      branch: z.string().nullable(),
      clock: z.string(),
      percent: z.int(),
      due: z.iso.datetime({ offset: true }),
      level,
      called: level.nullable(),
      state: z.string(),
      at: z.iso.datetime({ offset: true }),
      sentAt: z.iso.datetime({ offset: true }).nullable(),
      late: z.boolean(),
      attempts: z.int(),
      error: z.string().nullable(),
      nextTry: z.iso.datetime({ offset: true }).nullable(),
    }),
  ),
  next: z.string().nullable(),
});

/** What central told whoever is on duty, and whom to phone where it could not. */
export function noticeCalls(context: EngineContext): Pick<Handlers, 'rules.notices' | 'rules.phone-list'> {
  return {
    'rules.notices': (asked) => noticesOf(context, asked),
    'rules.phone-list': () => phoneList(context),
  };
}

type Phones = (place: CalledPlace, level: RotaLevel) => Pick<PhoneListView['items'][number], 'phone' | 'passed'>;

/** Whom to phone at this moment by this console's own rota; who has no number is passed over. */
async function phones(context: EngineContext): Promise<Phones> {
  const now = context.clock.now();
  const duties = await dutiesAt(context.ledger.reader, now);
  return (place, level) => {
    const called = whoToCall<DutyWithPerson>(duties, place, level, now, ({ phone }) => phone !== null);
    const { duty, passed } = called;
    if (duty === null) return { phone: null, passed };
    // Opened for a reason, and recorded, where the case is open.
    const covered = duty.phone === null ? null : maskPhone(duty.phone);
    return { phone: { level: duty.level, name: duty.name, phone: covered }, passed };
  };
}

async function noticesOf(context: EngineContext, { list, after }: InputOf<'rules.notices'>): Promise<NoticesView> {
  const query = new URLSearchParams({ state: list, limit: String(PAGE), ...(after === undefined ? {} : { after }) });
  const answer = await context.askCentral(answerSchema, { path: `/v1/notices?${query}` }).catch(centralInWords);
  const phone = await phones(context);
  const rows = await loadRows(
    context.ledger.reader,
    answer.items.map((one) => one.case.id),
  );
  const states = new Map(rows.map((row) => [row.case, row.state]));
  return {
    next: answer.next,
    items: answer.items.map(({ case: of, due, at, sentAt, nextTry, ...rest }) => ({
      ...rest,
      case: of.id,
      number: numberOfCase(of),
      due: Date.parse(due),
      at: Date.parse(at),
      sentAt: sentAt === null ? null : Date.parse(sentAt),
      nextTry: nextTry === null ? null : Date.parse(nextTry),
      phone: phone(placeCalled(rest.branch, states.get(of.id) ?? null), rest.level).phone,
    })),
  };
}

async function phoneList(context: EngineContext): Promise<PhoneListView> {
  const now = context.clock.now();
  const phone = await phones(context);
  const { policies, calendars } = context.ledger.rules();
  const items: PhoneListView['items'] = [];
  await eachOpenCase(context, (facts, number, { lead, state }) => {
    const late = clocksOf(facts, policies, now, calendars)
      .filter(({ stoppedAt, state }) => stoppedAt === null && state === 'missed')
      .sort((a, b) => a.due - b.due)[0];
    if (late === undefined) return;
    const reached = callsOf(late).findLast(({ at }) => at <= now);
    const of = reached?.level ?? levelFor(1);
    items.push({
      case: facts.case,
      number,
      branch: lead,
      clock: late.key,
      due: late.due,
      level: of,
      ...phone(placeCalled(lead, state), of),
    });
  });
  return { late: items.length, items: items.sort((a, b) => b.due - a.due).slice(0, NAMED) };
}
