import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Failure } from './ipc.ts';

/** Thrown by a handler to fail a call in words a person can act on. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(code: string, message: MessageRef, field?: string) {
    super(code);
    this.name = 'CallFailure';
    this.failure = field === undefined ? { code, message } : { code, message, field };
  }
}
