import type { Say } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';

/** An act as every list of acts names it; joining and parting by what they lead to. */
export function actName(act: string, { joined }: Pick<CaseDetail, 'joined'>, say: Say): string {
  if (act === 'join') return say('join.menu');
  if (act === 'part') return say('join.menu.part', { numbers: joined.join(', ') });
  return say.key(`act.${act}`);
}
