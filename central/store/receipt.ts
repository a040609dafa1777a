import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a receipt is given for. */
export interface Receipted {
  /** Of what the author wrote. */
  hash: string;
  seq: number;
  recordedAt: string;
  /** JSON of the places it had before central was restored; null when it had none. */
  was: string | null;
}

/** Gives receipts and knows them again. */
export interface Receipts {
  give(event: Receipted): string;
  holds(event: Receipted, receipt: string): boolean;
}

const BYTES = 16;

/**
 * S-36: central's mark that it accepted just this event there and then: 16 bytes of HMAC-SHA256, base64url.
 * @param key hex; in every backup, so that a restored central knows the lost one's receipts
 */
export function createReceipts(key: string): Receipts {
  const secret = Buffer.from(key, 'hex');
  const mark = ({ hash, seq, recordedAt, was }: Receipted) =>
    createHmac('sha256', secret)
      .update(`${hash}|${seq}|${recordedAt}${was === null ? '' : `|${was}`}`)
      .digest()
      .subarray(0, BYTES);
  return {
    give: (event) => mark(event).toString('base64url'),
    holds(event, receipt) {
      const given = Buffer.from(receipt, 'base64url');
      return given.length === BYTES && timingSafeEqual(given, mark(event));
    },
  };
}
