import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { LoginReply, PullReply, PushBody } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { formatHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';

/** What stands ready before the clock starts: consoles that are signed in and enrolled, and cases to act on. */
export interface Board {
  token: string;
  user: string;
  epoch: string;
  cases: string[];
}

interface Credentials {
  users: { username: string; password: string; role: string; scope: { kind: string } }[];
}

async function call<T>(url: string, token: string, body?: unknown): Promise<T> {
  const reply = await fetch(url, {
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** Signs in at a central and reads which cases it holds; made-up ones for the limit, which has no people. */
export async function openBoard(url: string, credentialsFile: string): Promise<Board> {
  if (credentialsFile === '') {
    return { token: 'none', user: randomUUID(), epoch: 'none', cases: Array.from({ length: 500 }, () => randomUUID()) };
  }
  const { users } = JSON.parse(readFileSync(credentialsFile, 'utf8')) as Credentials;
  const person = users.find(({ role, scope }) => role === 'supervisor' && scope.kind === 'hq') ?? users[0];
  const login = { username: person?.username, password: person?.password, device: 'bench' };
  const { accessToken, user } = await call<LoginReply>(`${url}/v1/auth/login`, '', login);
  const cases: string[] = [];
  let epoch = '';
  for (let after = 0, head = 1; after < head; ) {
    const page = await call<PullReply>(`${url}/v1/sync/pull?protocol=1&after=${after}&limit=5000`, accessToken);
    for (const event of page.events) if (event.type === 'case.opened') cases.push(event.subject.id);
    ({ epoch, next: after, head } = page);
  }
  return { token: accessToken, user: user.id, epoch, cases };
}

/** What a coordinator does at a case in its first minutes, one act after another. */
function draftOf(step: number, id: string): EventDraft {
  const subject = { kind: 'case', id } as const;
  if (step % 4 === 0)
    return { type: 'case.assigned', subject, payload: { branch: 'KLU', believedLead: null, suggested: null } };
  if (step % 4 === 1)
    return {
      type: 'case.noted',
      subject,
      payload: {},
      private: { text: `Majikan dihubungi, keluarga dalam perjalanan ke hospital. Langkah ${step}.` },
    };
  if (step % 4 === 2)
    return {
      type: 'case.victim-described',
      subject,
      payload: { sex: 'male', age: 34 },
      private: { name: `Mangsa ${step}`, employer: 'Syarikat Binaan' },
    };
  return { type: 'case.triaged', subject, payload: { severity: 'death', priority: 'high' } };
}

/**
 * One console's pushes as ready HTTP requests, signed. Each push holds `perPush` acts of one event.
 * @param first index of its first case; @param stride distance to its next, so that consoles do not share cases.
 * @param draft what it says of a case at each step
 */
export async function preparePushes(
  url: string,
  board: Board,
  pushes: number,
  perPush: number,
  first: number,
  stride: number,
  draft: (step: number, id: string) => EventDraft = draftOf,
): Promise<Buffer[]> {
  const device = randomUUID();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  if (board.token !== 'none') await call(`${url}/v1/devices`, board.token, { device, name: 'bench', publicKey: spki });
  const { host } = new URL(url);
  let n = 0;
  return Array.from({ length: pushes }, () => {
    const events: AnyEvent[] = Array.from({ length: perPush }, () => {
      const id = board.cases[(first + Math.floor(n / 4) * stride) % board.cases.length] ?? '';
      const now = Date.now();
      return stampDraft(draft(n, id), {
        id: randomUUID(),
        act: randomUUID(),
        actor: board.user,
        session: 'bench',
        device,
        n: ++n,
        at: formatHlc(now, 0),
        happenedAt: isoMalaysia(now),
        certain: true,
        via: 'keys',
        seen: 0,
      });
    });
    const body: PushBody = { protocol: 1, device, epoch: board.epoch, events };
    const signature = sign(null, Buffer.from(canonicalJson(body)), privateKey).toString('base64');
    const text = JSON.stringify({ ...body, signature });
    return Buffer.from(
      `POST /v1/sync/push HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${board.token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  });
}
