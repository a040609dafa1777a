import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnswerWatch } from './answer-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each answer gives the next one owed as long again; then one is told once', () => {
  const silent = vi.fn<() => void>();
  const watch = new AnswerWatch(silent);
  watch.asked();
  watch.asked();
  vi.advanceTimersByTime(4_500);
  watch.answered();
  vi.advanceTimersByTime(4_500);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(silent).toHaveBeenCalledTimes(1);
});

test('nothing is told while nothing is owed', () => {
  const silent = vi.fn<() => void>();
  const watch = new AnswerWatch(silent);
  watch.asked();
  watch.answered();
  watch.asked();
  watch.forget();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(silent).not.toHaveBeenCalled();
});

test('a look that comes late, the thread having stood still, does not end the wait at once', () => {
  const silent = vi.fn<() => void>();
  const watch = new AnswerWatch(silent);
  watch.asked();
  // One timer is due after however long the thread stood; what came meanwhile is taken up behind it.
  vi.advanceTimersToNextTimer();
  watch.answered();
  expect(vi.getTimerCount()).toBe(0);
  expect(silent).not.toHaveBeenCalled();
});
