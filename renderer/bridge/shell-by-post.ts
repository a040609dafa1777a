import type { ShellCall, ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import type { Shell } from './shell.ts';

type Post = (url: URL, init: RequestInit) => Promise<Response>;

/** The host around a page in a browser: `POST /shell/<name>`. Rejects when the host does not answer with success. */
export function shellByPost(page: URL, post: Post): Shell {
  return {
    tiles: null,
    async ask<N extends ShellCall>(name: N, input: ShellInput<N>) {
      const url = new URL(`/shell/${name}`, page);
      const token = page.searchParams.get('token');
      if (token !== null) url.searchParams.set('token', token);
      const headers = { 'content-type': 'application/json' };
      const response = await post(url, { method: 'POST', headers, body: JSON.stringify(input) });
      if (!response.ok) throw new Error(`shell call ${name} failed: ${response.status}`);
      return (await response.json()) as ShellOutput<N>;
    },
  };
}
