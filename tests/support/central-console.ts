import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { LoginReply, PullReply, PushBody, PushReply } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { formatHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';
import type { TestCentral } from './central.ts';

/** An HTTP answer with its JSON read. */
export interface Answer<T> {
  status: number;
  body: T;
}

/** A console's side of the wire, by hand: signs in, enrols a key, stamps and pushes events. */
export interface TestConsole {
  device: string;
  prefix: string;
  user: LoginReply['user'];
  token: string;
  key: KeyObject;
  /** Stamps drafts as one act with this device's next counts. */
  act(drafts: readonly EventDraft[], over?: Partial<AnyEvent>): AnyEvent[];
  sign(body: PushBody): string;
  push(
    events: readonly AnyEvent[],
    over?: Partial<PushBody>,
  ): Promise<Answer<PushReply & { code?: string; detail?: string }>>;
  pull(after?: number, limit?: number): Promise<PullReply>;
  get<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  epoch: string;
  /** The same console by its own token: whoever is signed in, or nobody. */
  asDevice(): Promise<Pick<TestConsole, 'push'>>;
}

/** Sends JSON and reads JSON. */
export async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as T };
}

/** Signs a user of the demo in. @param username the first supervisor when left out. */
export async function logIn(
  { url, credentials }: Pick<TestCentral, 'url' | 'credentials'>,
  username?: string,
  device = 'test',
): Promise<LoginReply> {
  const user = credentials.users.find((one) => username === undefined || one.username === username);
  if (!user) throw new Error(`no demo user ${username}`);
  const reply = await post<LoginReply>(`${url}/v1/auth/login`, {
    username: user.username,
    password: user.password,
    device,
  });
  if (reply.status !== 200) throw new Error(`login: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** Signs in and enrols a new device. */
export async function enrol(
  central: Pick<TestCentral, 'url' | 'credentials'>,
  username = 'penyelaras',
): Promise<TestConsole> {
  const { url } = central;
  const device = randomUUID();
  const { accessToken: token, user } = await logIn(central, username, device);
  const auth = { authorization: `Bearer ${token}` };
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const enrolled = await post<{ prefix: string }>(`${url}/v1/devices`, { device, name: 'test', publicKey: spki }, auth);
  let n = 0;
  const get = async <T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const reply = await fetch(`${url}${path}`, { headers: { ...auth, ...headers } });
    return { status: reply.status, body: (await reply.json()) as T };
  };
  const console: TestConsole = {
    device,
    prefix: enrolled.body.prefix,
    user,
    token,
    key: privateKey,
    epoch: '',
    get,
    act(drafts, over = {}) {
      const act = randomUUID();
      return drafts.map((draft) => {
        n += 1;
        const now = Date.now();
        const event = stampDraft(draft, {
          id: randomUUID(),
          act,
          actor: user.id,
          session: 'test',
          device,
          n,
          at: formatHlc(now, 0),
          happenedAt: isoMalaysia(now),
          certain: true,
          via: 'keys',
          seen: 0,
        });
        return { ...event, ...over };
      });
    },
    sign: (body) => sign(null, Buffer.from(canonicalJson(body)), privateKey).toString('base64'),
    push(events, over = {}) {
      const body: PushBody = { protocol: 1, device, epoch: console.epoch, events: [...events], ...over };
      return post(`${url}/v1/sync/push`, { ...body, signature: console.sign(body) }, auth);
    },
    async asDevice() {
      const proof = { device, at: new Date().toISOString() };
      const signature = sign(null, Buffer.from(canonicalJson({ ...proof, for: 'push' })), privateKey).toString(
        'base64',
      );
      const reply = await post<{ accessToken: string }>(`${url}/v1/auth/device`, { ...proof, signature });
      const bearer = { authorization: `Bearer ${reply.body.accessToken}` };
      return {
        push(events, over = {}) {
          const body: PushBody = { protocol: 1, device, epoch: console.epoch, events: [...events], ...over };
          return post(`${url}/v1/sync/push`, { ...body, signature: console.sign(body) }, bearer);
        },
      };
    },
    async pull(after = 0, limit = 2_000) {
      const { body } = await get<PullReply>(`/v1/sync/pull?protocol=1&after=${after}&limit=${limit}`);
      return body;
    },
  };
  console.epoch = (await console.pull(0, 1)).epoch;
  return console;
}

/** The events of a quick entry: one report, one incident, so many cases. */
export function incidentDrafts(
  victims = 1,
  receivedMs = Date.now(),
): { drafts: EventDraft[]; incident: string; cases: string[] } {
  const [report, incident] = [randomUUID(), randomUUID()];
  const cases = Array.from({ length: victims }, () => randomUUID());
  const receivedAt = isoMalaysia(receivedMs);
  const place = { name: 'Nilai', state: 'Negeri Sembilan', lat: 2.815, lon: 101.797, confidence: 0.9 };
  const drafts: EventDraft[] = [
    {
      type: 'report.received',
      subject: { kind: 'report', id: report },
      payload: { source: 'hotline', receivedAt },
      private: { text: 'Buruh maut' },
    },
    {
      type: 'incident.opened',
      subject: { kind: 'incident', id: incident },
      payload: { kind: 'struck', label: 'K1-1' },
    },
    {
      type: 'incident.report-linked',
      subject: { kind: 'incident', id: incident },
      payload: { report, source: 'hotline', receivedAt },
    },
    {
      type: 'incident.placed',
      subject: { kind: 'incident', id: incident },
      payload: { place, alternatives: [], suggested: null },
    },
    { type: 'incident.graded', subject: { kind: 'incident', id: incident }, payload: { grade: 'one-source' } },
    ...cases.map(
      (id, index): EventDraft => ({
        type: 'case.opened',
        subject: { kind: 'case', id },
        payload: { incident, ordinal: index + 1, severity: 'death' },
      }),
    ),
  ];
  return { drafts, incident, cases };
}

/** An assignment of a case nobody leads. */
export function assignDraft(id: string, branch: string, believedLead: string | null = null): EventDraft {
  return { type: 'case.assigned', subject: { kind: 'case', id }, payload: { branch, believedLead, suggested: null } };
}
