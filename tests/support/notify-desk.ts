import { randomUUID } from 'node:crypto';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { formatHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { TestCentral } from './central.ts';
import { assignDraft, enrol, incidentDrafts } from './central-console.ts';

/** Nine in the morning of a Monday: whatever is due today has long to run. */
export const MORNING = Date.parse('2026-11-23T09:00:00+08:00');

/** Pushes drafts as a user of the demo, happened at `ms`. @throws Error when central takes none of it */
export async function pushAt(central: TestCentral, ms: number, drafts: readonly EventDraft[], user?: string) {
  const console = await enrol(central, user);
  const events = console.act(drafts, { happenedAt: isoMalaysia(ms), at: formatHlc(ms, 0) });
  const { body } = await console.push(events);
  if (body.accepted?.length !== events.length) throw new Error(JSON.stringify(body));
  return events;
}

/** A case that a branch leads from `ms` on: it is to acknowledge that within half an hour. */
export async function assignedCase(central: TestCentral, ms: number, branch = 'SBN') {
  const { drafts, cases } = incidentDrafts(1, ms);
  const id = cases[0] ?? '';
  const events = await pushAt(central, ms, [...drafts, assignDraft(id, branch)]);
  return { id, assignment: events.at(-1)?.id ?? '' };
}

/** Puts somebody on duty from eight hours before `MORNING` to a day after. */
export async function putOnDuty(central: TestCentral, level: RotaLevel, area: Scope, email?: string): Promise<void> {
  const draft: EventDraft = {
    type: 'rota.set',
    subject: { kind: 'rota', id: randomUUID() },
    payload: { area, level, from: isoMalaysia(MORNING - 28_800_000), to: isoMalaysia(MORNING + 86_400_000) },
    private: { name: 'Pegawai Bertugas', ...(email === undefined ? {} : { email }) },
  };
  await pushAt(central, MORNING, [draft], 'penyelia');
}
