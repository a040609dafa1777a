import { expect, it } from 'vitest';
import { calibrate, isVoid } from './calibration.ts';

const FROZEN_MS = 2.4;

it('calls a run void whose limit fell more than 30 % behind its bracket, whichever way it counts', () => {
  expect(isVoid('sync-pull', '10000 cases', 46_000 / 1.2, FROZEN_MS)).toBe(false);
  expect(isVoid('sync-pull', '10000 cases', 46_000 / 1.4, FROZEN_MS)).toBe(true);
  expect(isVoid('sync-resync', '1000 changes on each side', 0.023 * 1.2, FROZEN_MS)).toBe(false);
  expect(isVoid('sync-resync', '1000 changes on each side', 0.023 * 1.4, FROZEN_MS)).toBe(true);
});

it('expects less of a slower machine', () => {
  expect(isVoid('sync-pull', '10000 cases', 46_000 / 2, FROZEN_MS * 2)).toBe(false);
  expect(isVoid('fanout', 'one act to 200 consoles, p99', 5.7 * 2, FROZEN_MS * 2)).toBe(false);
});

it('judges no measure that has no bracket', () => {
  expect(isVoid('sync-pull', '2000 cases', 1, FROZEN_MS)).toBe(false);
});

it('calibrates by a loop that takes some time', () => {
  expect(calibrate()).toBeGreaterThan(0.1);
});
