import { median, type Row } from '../measured.ts';
import { bothWays } from './both-ways.ts';

const seconds = (reply: Record<string, unknown>) => Number(reply.seconds);
const eventsPerSecond = (replies: readonly Record<string, unknown>[]) =>
  `${median(replies.map((one) => Number(one.moved) / seconds(one))).toFixed(0)} events/s`;

/** 100,000 small updates, half made on the console and half at central, carried over both ways. */
export const syncUpdates: Row = async ({ quick, say }) => {
  const each = quick ? 1_000 : 50_000;
  const aim = {
    row: 'sync-updates',
    measure: `${each * 2} small updates, half each way`,
    unit: 's',
    better: 'less',
    ofLimit: 1.5,
    note: 'ours: each update a signed, checked, numbered event that stays in the log on both sides; the limit overwrites one column',
  } as const;
  const work = { up: each, down: each, rows: 0 };
  const rounds = quick ? 1 : 5;
  return [
    await bothWays({ cases: quick ? 2_000 : 10_000, work, rounds, aim, figure: seconds, words: eventsPerSecond }, say),
  ];
};

/** A console comes back after an outage in which 1,000 things changed on either side. */
export const syncResync: Row = async ({ quick, say }) => {
  const each = quick ? 500 : 1_000;
  const aim = {
    row: 'sync-resync',
    measure: `${each} changes on each side`,
    unit: 's',
    better: 'less',
    ofLimit: 3,
    ofBestPeer: 3,
    note: 'from the first question to central until both sides hold all of it on disk; the live line opens after',
  } as const;
  const work = { up: each, down: each, rows: 0 };
  return [await bothWays({ cases: quick ? 2_000 : 10_000, work, rounds: quick ? 1 : 7, aim, figure: seconds }, say)];
};

/** New cases made on a console while it was alone, handed in: until all are on central's disk. */
export const newCasesPushed: Row = async ({ quick, say }) => {
  const rows = quick ? 500 : 10_000;
  const aim = {
    row: 'sync-push',
    measure: `${rows} new cases, console and central`,
    unit: 'cases/s',
    better: 'more',
    ofLimit: 0.6,
    ofBestPeer: 1.5,
    note: 'ours hands in each case as 6 events of 3 subjects, which central checks, numbers and folds; the limit inserts one ready row of 1 KB',
  } as const;
  const figure = (reply: Record<string, unknown>) => rows / Number(reply.pushSeconds ?? reply.seconds);
  const words = (replies: readonly Record<string, unknown>[]) =>
    `${median(replies.map((one) => Number(one.events) / Number(one.pushSeconds))).toFixed(0)} events/s`;
  return [
    await bothWays({ cases: 1_000, work: { up: 0, down: 0, rows }, rounds: quick ? 1 : 5, aim, figure, words }, say),
  ];
};
