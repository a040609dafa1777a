import { CentralProblem } from '#engine/sync/central-api.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';

const SAID: readonly string[] = ['role', 'not-found', 'own-device'];

/** What central, or its silence, means for whoever asked it. @throws CallFailure always */
export function centralInWords(error: unknown): never {
  if (!(error instanceof CentralProblem) || error.status >= 500)
    throw new CallFailure('offline', { key: 'failure.offline' });
  const code = SAID.includes(error.code) ? error.code : error.status === 401 ? 'not-signed-in' : 'not-allowed';
  throw new CallFailure(code, { key: `failure.${code}` });
}
