import { describe, expect, it } from 'vitest';
import { ACT_KINDS } from '#shared/domain/act-rules.ts';
import { nextActs } from './next-acts.ts';

const yes = (...acts: string[]) => acts.map((act) => ({ act, verdict: 'yes' as const }));
const clock = (key: string, stoppedAt: number | null, pausedSince: number | null = null) => ({
  key,
  stoppedAt,
  pausedSince,
});
const all = yes(
  'note',
  'assign',
  'triage',
  'acknowledge',
  'first-action',
  'contact-family',
  'pay',
  'pause',
  'resume',
  'close',
);

describe('nextActs', () => {
  it('puts the next step of the case in front', () => {
    expect(nextActs(all, 'assigned', []).first).toEqual(['acknowledge', 'first-action']);
    expect(nextActs(all, 'paid', []).first[0]).toBe('close');
  });

  it('leaves out what its clock says is done', () => {
    expect(nextActs(all, 'acknowledged', [clock('kpi.same-day-action', 5)]).first).toEqual(['contact-family']);
  });

  it('asks for an acknowledgement again after the lead has changed', () => {
    const clocks = [clock('kpi.acknowledgement', 5), clock('kpi.acknowledgement', null)];
    expect(nextActs(all, 'assigned', clocks).first[0]).toBe('acknowledge');
    expect(nextActs(all, 'assigned', clocks.slice(0, 1)).first[0]).toBe('first-action');
  });

  it('asks the branch that was handed a case in the midst of its work to say that it has it', () => {
    const clocks = [clock('kpi.acknowledgement', 5), clock('kpi.acknowledgement', null)];
    expect(nextActs(all, 'in-action', clocks).first).toEqual(['acknowledge', 'contact-family']);
    expect(nextActs(all, 'in-action', clocks.slice(0, 1)).first).toEqual(['contact-family']);
  });

  it('goes on along the way when all that the status suggests is done', () => {
    const clocks = [clock('kpi.acknowledgement', 5), clock('kpi.same-day-action', 6)];
    expect(nextActs(all, 'assigned', clocks).first).toEqual(['contact-family', 'pay']);
  });

  it('offers to resume a paused case first', () => {
    expect(nextActs(all, 'acknowledged', [clock('kpi.family-contact', null, 9)]).first[0]).toBe('resume');
  });

  it('has no word of parting for an incident that stands for itself, nor of conflicts, which have their card', () => {
    const { rest } = nextActs([...yes('join', 'settle'), { act: 'part', verdict: 'no' }], 'assigned', []);
    expect(rest).toEqual(['join']);
    expect(nextActs(yes('join', 'part'), 'assigned', []).rest).toEqual(['join', 'part']);
  });

  it('keeps refused acts in sight, last, and nothing twice', () => {
    const acts = nextActs([...yes('pause', 'acknowledge'), { act: 'pay', verdict: 'no' }], 'assigned', []);
    expect(acts).toEqual({ first: ['acknowledge'], rest: ['pause', 'pay'] });
  });

  it('offers nothing that is done elsewhere, of all the acts there are', () => {
    const { first, rest } = nextActs(yes(...ACT_KINDS), 'assigned', []);
    const elsewhere = ACT_KINDS.filter((act) => ![...first, ...rest].includes(act));
    expect(elsewhere.toSorted()).toEqual([
      'acknowledge-alarm',
      'acknowledge-complaint',
      'admit',
      'assign',
      'move-policy',
      'name-payee',
      'note',
      'open-personal',
      'place',
      'place-employer',
      'place-kin',
      'receive-complaint',
      'report',
      'reverse',
      'set-calendar',
      'set-policy',
      'set-rota',
      'set-scheme',
      'set-time',
      'settle',
      'share-out',
      'turn-down',
      'undo',
      'withdraw-policy',
    ]);
  });
});
