import type { Page } from '@playwright/test';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { SeparateCentral } from '#tests/support/separate-central.ts';
import { leaveFields } from './desk-hands.ts';
import { casesOf, expect } from './desk-test.ts';

/** What an assignment says apart from who made it when and how: all that must be the same whichever way it was made. */
export function sense(event: AnyEvent): Partial<AnyEvent> {
  const { type, v, subject, payload, private: hidden, actor, session, device, certain } = event;
  return { type, v, subject, payload, ...(hidden ? { private: hidden } : {}), actor, session, device, certain };
}

/** The assignments central accepted after a seq, in order. */
export async function assignmentsAfter(central: SeparateCentral, seq: number): Promise<AnyEvent[]> {
  return (await central.eventsAfter(seq)).filter(({ type }) => type === 'case.assigned');
}

/** Presses U within the ten seconds and waits until central agrees that nobody leads the incident. */
export async function takeBack(desk: Page, central: SeparateCentral, incident: string): Promise<void> {
  await expect(desk.getByText(/\d+ s left/)).toBeVisible();
  await leaveFields(desk);
  await desk.keyboard.press('u');
  await expect(desk.getByText(/^Undone: Assign/)).toBeVisible();
  await expect
    .poll(async () => (await casesOf(central, incident)).map(({ lead, status }) => lead ?? status))
    .toEqual((await casesOf(central, incident)).map(() => 'unassigned'));
}
