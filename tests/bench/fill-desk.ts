import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild, startChild } from './child.ts';

/** Fills a desk's store from a real central, which is gone afterwards. @returns the data folder */
export async function fillDesk(folder: string, count: number, how: 'assigned' | 'new' = 'new'): Promise<string> {
  const data = join(folder, `data-${count}`);
  const store = join(data, 'demo', 'console');
  mkdirSync(store, { recursive: true });
  const kind = how === 'assigned' ? ['', 'assigned'] : [];
  const central = await startChild('central-source', [join(folder, `central-${count}`), String(count), ...kind]);
  const { url, credentialsFile } = central.first;
  await runChild('our-fill', [String(url), String(credentialsFile), store, String(count)]);
  await central.end();
  return data;
}

/** What starts the built console on such a store, central away. */
export function deskOn(data: string): string[] {
  return [process.cwd(), '--data', data, '--central', 'http://127.0.0.1:9'];
}
