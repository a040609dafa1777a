import { expect, it } from 'vitest';
import { type ApiCase, type ApiIncident, apiClocksReplySchema, apiIncidentSchema } from '#shared/contract/api/read.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { assignDraft, enrol, incidentDrafts, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

async function everything<T>(console: TestConsole, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = '0'; after !== null; ) {
    const { body }: { body: Page<T> } = await console.get<Page<T>>(
      `${path}${path.includes('?') ? '&' : '?'}after=${after}&limit=33`,
    );
    items.push(...body.items);
    expect(body.total).toBeGreaterThanOrEqual(items.length);
    after = body.next;
  }
  return items;
}

onEachDatabase('reading', (start) => {
  it('agrees with the fold of what a console pulls', async () => {
    const console = await enrol(await start({ sample: true }));
    const { events } = await console.pull(0, 5_000);
    const bySubject = new Map<string, AnyEvent[]>();
    for (const event of events) bySubject.set(event.subject.id, [...(bySubject.get(event.subject.id) ?? []), event]);
    const cases = await everything<ApiCase>(console, '/v1/cases');
    const folded = [...bySubject.values()].map(foldCase).filter((state) => state !== null);
    expect(cases).toHaveLength(folded.length);
    for (const one of cases) {
      const state = foldCase(bySubject.get(one.id) ?? []);
      const known = state?.victim.name !== null;
      expect(one).toMatchObject({
        number: state?.number,
        status: state?.status,
        lead: state?.lead,
        severity: state?.severity,
        victim: { known },
      });
    }
    const incidents = await everything<ApiIncident>(console, '/v1/incidents');
    for (const one of incidents) {
      apiIncidentSchema.parse(one);
      const state = foldIncident(bySubject.get(one.id) ?? []);
      expect(one).toMatchObject({ number: state?.number, kind: state?.kind, grade: state?.grade });
      expect(one.cases.map(({ id }) => id).sort()).toEqual(
        cases
          .filter(({ incident }) => incident === one.id)
          .map(({ id }) => id)
          .sort(),
      );
    }
    const text = JSON.stringify([cases, incidents]);
    expect(text).not.toContain('(demo)');
    expect(text).not.toMatch(/\d{6}-\d{2}-\d{4}/);
  });

  it('shows a wall of victims only whether they are known', async () => {
    const central = await start({ sample: true });
    const [desk, wall] = [await enrol(central), await enrol(central, 'dinding')];
    const told = (cases: ApiCase[]) => new Set(cases.flatMap(({ victim }) => Object.keys(victim)));
    expect(told(await everything<ApiCase>(desk, '/v1/cases'))).toContain('occupation');
    const cases = await everything<ApiCase>(wall, '/v1/cases');
    const listed = (await everything<ApiIncident>(wall, '/v1/incidents')).flatMap((one) => one.cases);
    const known = cases.find(({ victim }) => victim.known);
    const one = await wall.get<ApiCase>(`/v1/cases/${known?.id}`);
    const whole = await wall.get<ApiIncident>(`/v1/incidents/${known?.incident}`);
    expect(known).toBeDefined();
    for (const some of [cases, listed, [one.body], whole.body.cases]) {
      expect(told(some)).toEqual(new Set(['known', 'ordinal']));
    }
  });

  it('narrows by state, branch, status, severity, kind and time', async () => {
    const console = await enrol(await start({ sample: true }));
    const all = await everything<ApiIncident>(console, '/v1/incidents');
    const johor = await everything<ApiIncident>(console, '/v1/incidents?state=Johor');
    expect(johor.map(({ id }) => id)).toEqual(all.filter(({ place }) => place?.state === 'Johor').map(({ id }) => id));
    expect(johor.length).toBeGreaterThan(0);
    const cases = all.flatMap((incident) => incident.cases.map((one) => ({ ...one, parent: incident })));
    const expectSame = async (query: string, holds: (one: (typeof cases)[number]) => boolean) => {
      const found = (await everything<ApiCase>(console, `/v1/cases?${query}`)).map(({ id }) => id).sort();
      expect(found).toEqual(
        cases
          .filter(holds)
          .map(({ id }) => id)
          .sort(),
      );
      expect(found.length).toBeGreaterThan(0);
    };
    await expectSame('status=unassigned', ({ status }) => status === 'unassigned');
    await expectSame(
      'severity=death&kind=road',
      ({ severity, parent }) => severity === 'death' && parent.kind === 'road',
    );
    const branch = cases.find(({ lead }) => lead !== null)?.lead ?? '';
    await expectSame(`branch=${branch}`, ({ lead }) => lead === branch);
    const from = new Date(Date.now() - 3 * 86_400_000).toISOString();
    await expectSame(`from=${from}`, ({ parent }) => Date.parse(parent.receivedAt) >= Date.parse(from));
  });

  it('says what is wrong with a query instead of answering another one', async () => {
    const console = await enrol(await start());
    for (const path of ['/v1/cases', '/v1/incidents', '/v1/branches', '/v1/reports/kpi']) {
      const unknown = await console.get(`${path}?overdue=1`);
      expect(unknown).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'overdue' } });
      const nowhere = await console.get<{ detail: string }>(`${path}?state=Singapura`);
      expect(nowhere).toMatchObject({ status: 400, body: { field: 'state' } });
      expect(nowhere.body.detail).toMatch(/send one of Perlis, Kedah, .*Putrajaya/);
      expect((await console.get(`${path}?state=pulau%20pinang`)).status).toBe(200);
    }
    expect(await console.get('/v1/cases?branch=XYZ')).toMatchObject({ status: 400, body: { field: 'branch' } });
    expect((await console.get<{ total: number }>('/v1/branches?state=johor')).body.total).toBeGreaterThan(2);
    expect(await console.get('/v1/sync/pull?after=0')).toMatchObject({
      status: 400,
      body: { field: 'protocol', detail: 'protocol is missing: send a number' },
    });
  });

  it('finds by id, number and label, and says what to do when it does not', async () => {
    const console = await enrol(await start());
    const { drafts, incident, cases } = incidentDrafts();
    await console.push(console.act(drafts));
    const { body } = await console.get<ApiIncident>(`/v1/incidents/${incident}`);
    expect(body.aliases).toEqual(['K1-1']);
    for (const name of [body.number, 'K1-1', 'k1-1']) {
      expect((await console.get<ApiIncident>(`/v1/incidents/${name}`)).body.id).toBe(incident);
    }
    const number = body.cases[0]?.number ?? '';
    for (const name of [cases[0], number, encodeURIComponent(number)]) {
      expect((await console.get<ApiCase>(`/v1/cases/${name}`)).body.id).toBe(cases[0]);
    }
    expect(await console.get('/v1/cases/2020-000001/1')).toMatchObject({
      status: 404,
      body: { code: 'not-found', field: 'id' },
    });
  });

  it('shows the clocks of any moment, with what was known then or is known now', async () => {
    const received = Date.parse('2026-03-02T10:00:00+08:00');
    const console = await enrol(await start(), 'penyelia');
    const { drafts, cases } = incidentDrafts(1, received);
    await console.push(console.act(drafts));
    const known = (await console.pull()).head;
    await console.push(console.act([assignDraft(cases[0] ?? '', 'SBN')], { happenedAt: '2026-03-02T10:20:00+08:00' }));
    const clocks = async (query: string) => {
      const { body } = await console.get(`/v1/cases/${cases[0]}/clocks?lang=ms&${query}`);
      return apiClocksReplySchema.parse(body).clocks;
    };
    const state = async (query: string, key: string) => (await clocks(query)).find((clock) => clock.key === key)?.state;
    const at = (time: string) => `at=${encodeURIComponent(`2026-03-02T${time}+08:00`)}`;

    expect(await state(at('10:10:00'), 'kpi.assignment')).toBe('running');
    expect(await state(at('10:25:00'), 'kpi.assignment')).toBe('met');
    expect(await state(`${at('10:25:00')}&known=${known}`, 'kpi.assignment')).toBe('running');
    expect(await state(`${at('10:45:00')}&known=${known}`, 'kpi.assignment')).toBe('missed');
    expect(await state(at('10:49:59'), 'kpi.acknowledgement')).toBe('running');
    expect(await state(at('10:51:00'), 'kpi.acknowledgement')).toBe('missed');
    const sameDay = (await clocks(at('11:00:00'))).find(({ key }) => key === 'kpi.same-day-action');
    expect(sameDay).toMatchObject({
      due: '2026-03-02T23:59:59+08:00',
      startedAt: '2026-03-02T10:00:00+08:00',
      elapsed: 3_600_000,
    });
    expect(sameDay?.explanation.length).toBeGreaterThan(1);
    expect(JSON.stringify(sameDay?.explanation)).not.toContain('⟦');

    const subject = { kind: 'case', id: cases[0] ?? '' } as const;
    const close = console.act([{ type: 'case.closed', subject, payload: { outcome: 'other' } }], {
      happenedAt: '2026-03-02T12:00:00+08:00',
    });
    await console.push(close);
    const closed = (await console.pull()).head;
    expect(await state(at('13:00:00'), 'kpi.first-payment')).toBe('met');
    const reopen = console.act([{ type: 'case.reopened', subject, payload: {} }], {
      happenedAt: '2026-03-02T14:00:00+08:00',
    });
    expect((await console.push(reopen)).body.rejected).toEqual([]);
    expect(await state(`${at('13:00:00')}&known=${closed}`, 'kpi.first-payment')).toBe('met');
    expect(await state(at('13:00:00'), 'kpi.first-payment')).toBe('running');
    expect(await console.get(`/v1/cases/${cases[0]}/clocks?known=1`)).toMatchObject({
      status: 404,
      body: { code: 'not-known-then' },
    });
  });

  it('lists the branches and the figures, and describes itself', async () => {
    const central = await start({ sample: true });
    const console = await enrol(central);
    const branches = await console.get<Page<{ code: string }>>('/v1/branches?limit=50');
    expect([branches.body.items.length, branches.body.total]).toEqual([50, 54]);
    const rest = await console.get<Page<{ code: string }>>(`/v1/branches?limit=50&after=${branches.body.next}`);
    expect(rest.body).toMatchObject({ next: null });
    const kpi = await console.get<{ open: { total: number }; closed: number; cases: number }>('/v1/reports/kpi');
    expect(kpi.body.open.total + kpi.body.closed).toBe(kpi.body.cases);
    const { body: api } = await console.get<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json');
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining([
        '/v1/intake/reports',
        '/v1/sync/push',
        '/v1/sync/pull',
        '/v1/cases/{id}/clocks',
        '/v1/incidents/{id}',
        '/v1/auth/login',
      ]),
    );
    const silent = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { summary?: string; description?: string }>).flatMap(([method, one]) =>
        (one.summary ?? '').length > 3 && (one.description ?? '').length > 20 ? [] : [`${method} ${path}`],
      ),
    );
    expect(silent).toEqual([]);
    expect((await fetch(`${central.url}/docs/`)).status).toBe(200);
    expect((await fetch(`${central.url}/health/ready`)).status).toBe(200);
    expect(await (await fetch(`${central.url}/metrics`)).text()).toContain('prihatin_head_seq');
    expect((await fetch(`${central.url}/updates/latest-linux.yml`)).status).toBe(404);
    expect((await fetch(`${central.url}/updates/..%2fdemo-credentials.json`)).status).toBe(404);
  });

  it('counts conflicts of private fields without keeping their values', async () => {
    const central = await start();
    const [one, two] = [await enrol(central), await enrol(central)];
    const { drafts, cases } = incidentDrafts();
    await one.push(one.act(drafts));
    const seen = (await one.pull()).head;
    const named = (console: TestConsole, name: string): AnyEvent[] =>
      console.act(
        [
          {
            type: 'case.victim-described',
            subject: { kind: 'case', id: cases[0] ?? '' },
            payload: {},
            private: { name },
          },
        ],
        { seen },
      );
    await one.push(named(one, 'Rahsia Satu'));
    await two.push(named(two, 'Rahsia Dua'));
    expect((await one.get<ApiCase>(`/v1/cases/${cases[0]}`)).body).toMatchObject({
      conflicts: 1,
      victim: { known: true },
    });
    const rows: { state: string }[] = await central.central.parts.database.reader('case_row').select('state');
    expect(JSON.stringify(rows)).not.toContain('Rahsia');
  });
});
