import type { Say } from '#renderer/ui/use-say.ts';
import type { PayeeRelation } from '#shared/domain/payee.ts';

/** A payee as a clock names them: what they are to the victim, and the name as far as it may be shown. */
export function payeeInWords(payee: { relation: PayeeRelation | null; name: string | null }, say: Say): string {
  const words = [payee.relation && say(`payee.${payee.relation}`), payee.name].filter(Boolean);
  return words.length > 0 ? words.join(', ') : say('around.payees.unnamed');
}
