import { createHash } from 'node:crypto';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';

/**
 * SHA-256, base64url, of what the author wrote, its private part as it was sealed: equal for the same event however
 * often it comes, also once the key is destroyed.
 */
export function hashEvent(event: AnyEvent): string {
  const { seq: _seq, recordedAt: _recordedAt, receipt: _receipt, was: _was, private: _private, ...written } = event;
  return createHash('sha256').update(canonicalJson(written)).digest('base64url');
}
