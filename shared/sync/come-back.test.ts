import { expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, opened, sampleEvent } from './sample-events.ts';

/** Where the restored central begins. */
const BASE = 1_000_000;
const back = (event: AnyEvent, seq: number): AnyEvent => ({
  ...event,
  seq: BASE + seq,
  was: [{ seq: event.seq ?? 0, until: BASE }],
});
const numbered = (number: string, seq: number) =>
  sampleEvent({ type: 'case.numbered', subject: CASE, payload: { number } }, { n: seq, device: 'central', seq });

it('S-37: what came back stands as it stood: who had seen it before has seen it still', () => {
  const first = assigned('KLU', null, { n: 1, device: 'a', seq: 2, seen: 1 });
  const second = assigned('SBN', 'KLU', { n: 1, device: 'b', seq: 3, seen: 2 });
  const unseen = assigned('PJY', null, { n: 1, device: 'c', seq: 4, seen: 1 });
  const before = foldCase([opened(), first, second, unseen]);
  const after = foldCase([opened(), back(first, 1), back(second, 2), back(unseen, 3)]);
  expect(before?.lead).toBe('SBN');
  expect(after).toEqual({ ...before, seq: BASE + 3 });
});

it('S-37: who acts in the new time has seen only what came back before their seq', () => {
  const first = assigned('KLU', null, { n: 1, device: 'a', seq: 2, seen: 1 });
  const meant = (seen: number) => assigned('PJY', null, { n: 1, device: 'd', seq: BASE + 9, seen });
  expect(foldCase([opened(), back(first, 4), meant(BASE + 3)])).toMatchObject({ lead: 'KLU', conflicts: [{}] });
  expect(foldCase([opened(), back(first, 4), meant(BASE + 4)])).toMatchObject({ lead: 'PJY', conflicts: [] });
});

it('S-37: keeps the number people know when it comes back after a new one was given', () => {
  expect(foldCase([opened(), numbered('2026-000007/1', BASE + 1)])?.number).toBe('2026-000007/1');
  const old = back(numbered('2026-000003/1', 3), 2);
  expect(foldCase([opened(), numbered('2026-000007/1', BASE + 1), old])?.number).toBe('2026-000003/1');
});

it('S-37: an edit by someone who had seen another in the time that was lost replaces it still; who acts later has not', () => {
  const triaged = (severity: 'injury' | 'missing', device: string, seq: number, seen: number) =>
    sampleEvent({ type: 'case.triaged', subject: CASE, payload: { severity } }, { n: 1, device, seq, seen });
  const first = triaged('injury', 'a', 2, 1);
  const second = triaged('missing', 'b', 3, 2);
  expect(foldCase([opened(), first, second])).toMatchObject({ severity: 'missing', conflicts: [] });
  expect(foldCase([opened(), back(first, 1), back(second, 2)])).toMatchObject({ severity: 'missing', conflicts: [] });
  const meanwhile = triaged('missing', 'b', BASE + 1, BASE);
  expect(foldCase([opened(), meanwhile, back(first, 2)])?.conflicts).toMatchObject([{ field: 'severity' }]);
});
