import type { MessageRef } from '#shared/domain/message-ref.ts';

/** Why a message did not arrive, in words; what a channel answered that nobody foresaw stands as it came. */
export function causeOf(code: string): MessageRef {
  const [, kind, number] = /^(smtp|http)-(\d+)$/.exec(code) ?? [];
  if (kind !== undefined && number !== undefined)
    return { key: `notices.cause.${kind}`, params: { number: { t: 'text', v: number } } };
  if (code === 'nobody' || code === 'timeout') return { key: `notices.cause.${code}` };
  if (code === 'EAUTH') return { key: 'notices.cause.login' };
  if (code === 'unreachable' || /^E(CONN|SOCKET|DNS|TIMEDOUT|NOTFOUND|HOSTUNREACH)/.test(code))
    return { key: 'notices.cause.unreachable' };
  return { key: 'notices.cause.other', params: { code: { t: 'text', v: code } } };
}
