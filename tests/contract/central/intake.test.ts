import { expect, it } from 'vitest';
import type { IntakeReply } from '#shared/contract/api/intake.ts';
import type { ApiIncident } from '#shared/contract/api/read.ts';
import type { Problem } from '#shared/contract/wire/sync.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { enrol, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

const TEXT = 'Dua pekerja maut jatuh dari bangunan 20 tingkat di Johor Bahru';

function send<T = IntakeReply>(central: TestCentral, body: unknown, headers: Record<string, string> = {}) {
  return post<T>(`${central.url}/v1/intake/reports`, body, {
    authorization: `Bearer ${central.credentials.apiKey}`,
    ...headers,
  });
}

onEachDatabase('intake', (start) => {
  it('S-04: makes a located incident with a suggestion of nothing but a text', async () => {
    const central = await start();
    const { status, body } = await send(central, { text: TEXT });
    expect(status).toBe(202);
    const console = await enrol(central);
    const { body: incident } = await console.get<ApiIncident>(`/v1/incidents/${body.accepted[0]?.incidentId}?lang=en`);
    expect(incident.place).toMatchObject({ name: 'Johor Bahru', state: 'Johor' });
    expect(incident.suggested).toMatchObject({ branch: 'JHB' });
    expect(incident.suggested?.text).not.toContain('⟦');
    expect(incident.cases).toHaveLength(2);
    expect(
      incident.cases.every((one) => one.severity === 'death' && one.number?.startsWith(incident.number ?? '-')),
    ).toBe(true);
    expect(incident.reports[0]).toMatchObject({ id: body.accepted[0]?.reportId, source: 'press', channel: 'demo' });
    expect(JSON.stringify(incident)).not.toContain(TEXT);
  });

  it('gives each victim what is told of them, not all of them the worst', async () => {
    const central = await start();
    const { body } = await send(central, { text: 'Seorang maut, 12 lagi cedera selepas bas kilang terbalik di Ipoh' });
    const console = await enrol(central);
    const { body: incident } = await console.get<ApiIncident>(`/v1/incidents/${body.accepted[0]?.incidentId}`);
    expect(incident.cases).toHaveLength(13);
    expect(incident.cases.filter(({ severity }) => severity === 'death')).toHaveLength(1);
    expect(incident.cases.filter(({ severity }) => severity === 'injury')).toHaveLength(12);
  });

  it('keeps a sender’s own name of the place out of all that is public', async () => {
    const central = await start();
    const words = 'Rumah Encik Ahmad bin Ali 012-3456789';
    const { body } = await send(central, { text: 'Buruh maut', place: { name: words, lat: 4.48, lon: 118.61 } });
    const [desk, wall] = [await enrol(central), await enrol(central, 'dinding')];
    const { events } = await desk.pull(0, 5_000);
    for (const event of events) expect(JSON.stringify({ ...event, private: undefined })).not.toContain('Ahmad');
    expect(events.some((event) => event.private?.placeName === words)).toBe(true);
    expect(JSON.stringify(await wall.pull(0, 5_000))).not.toContain('Ahmad');
    const { body: incident } = await desk.get<ApiIncident>(`/v1/incidents/${body.accepted[0]?.incidentId}`);
    expect(incident).toMatchObject({ place: { name: 'Semporna' }, suggested: { branch: 'TWU' } });
    expect(JSON.stringify(incident)).not.toContain('Ahmad');
  });

  it('answers the same for the same channel and externalId, and for the same Idempotency-Key', async () => {
    const central = await start();
    const report = { text: TEXT, channel: 'bernama', externalId: 'a-1' };
    const first = await send(central, report);
    expect((await send(central, { ...report, text: `${TEXT} (kemas kini)` })).body).toEqual(first.body);
    expect((await send(central, { ...report, channel: 'other' })).body).not.toEqual(first.body);

    const once = await send(central, { text: 'Nelayan hilang di Mersing' }, { 'idempotency-key': 'k1' });
    expect((await send(central, { text: 'Nelayan hilang di Mersing' }, { 'idempotency-key': 'k1' })).body).toEqual(
      once.body,
    );
    expect(await send(central, { text: 'lain' }, { 'idempotency-key': 'k1' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    const console = await enrol(central);
    expect((await console.get<{ total: number }>('/v1/incidents')).body.total).toBe(3);
  });

  it('takes the good of an array and names what is wrong with the rest', async () => {
    const central = await start();
    const { status, body } = await send(central, [
      { text: TEXT },
      { text: '' },
      'x',
      { text: 'y', place: { lat: 3 } },
      { text: 'y', publishedAt: 'kelmarin' },
    ]);
    expect(status).toBe(202);
    expect(body.accepted).toHaveLength(1);
    expect(body.rejected.map(({ index, field }) => [index, field])).toEqual([
      [1, 'text'],
      [2, 'body'],
      [3, 'place.lon'],
      [4, 'publishedAt'],
    ]);
    expect(body.rejected.every(({ code, message }) => code === 'bad-input' && message.length > 5)).toBe(true);
  });

  it('names field and fix when the body itself is not right', async () => {
    const central = await start();
    expect(await send<Problem>(central, { txt: TEXT })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', field: 'text' },
    });
    expect(await send<Problem>(central, { text: 5 })).toMatchObject({
      status: 400,
      body: { field: 'text', detail: 'text is of the wrong kind: send a text' },
    });
    expect(await send<Problem>(central, { text: ' ' })).toMatchObject({
      status: 400,
      body: { field: 'text', detail: 'text is empty: fill in at least one' },
    });
    expect(await send<Problem>(central, '{"text": ')).toMatchObject({
      status: 400,
      body: { code: 'bad-json', field: 'body' },
    });
    expect(await send<Problem>(central, [])).toMatchObject({ status: 400, body: { field: 'body' } });
    expect(await send<Problem>(central, { text: 'a\u0000b' })).toMatchObject({ status: 400, body: { field: 'text' } });
    expect(await send<Problem>(central, { text: TEXT }, { authorization: 'Bearer nobody' })).toMatchObject({
      status: 401,
      body: { code: 'bad-key' },
    });
    expect(await post<Problem>(`${central.url}/v1/intake/reports`, { text: TEXT })).toMatchObject({
      status: 401,
      body: { code: 'no-token' },
    });
  });

  it('believes a sender’s coordinates, and in the demo its receivedAt', async () => {
    const central = await start();
    const receivedAt = '2025-03-01T08:00:00+08:00';
    const { body } = await send(central, {
      text: 'Seorang pekerja cedera',
      receivedAt,
      place: { name: 'Tapak A', lat: 5.98, lon: 116.07 },
    });
    const console = await enrol(central);
    const { body: incident } = await console.get<ApiIncident>(`/v1/incidents/${body.accepted[0]?.incidentId}`);
    expect(incident).toMatchObject({
      receivedAt,
      place: { name: 'Kota Kinabalu', state: 'Sabah', lat: 5.98, lon: 116.07 },
      suggested: { branch: 'BKI' },
    });
    expect(incident.cases[0]?.clocks.find(({ key }) => key === 'kpi.assignment')).toMatchObject({
      state: 'missed',
      due: '2025-03-01T08:30:00+08:00',
    });
  });

  it('takes at least 120 reports a minute, fifty at once among them', async () => {
    const central = await start();
    const replies = await Promise.all(
      Array.from({ length: 120 }, (_, n) => send(central, { text: `Pekerja cedera di Ipoh ${n}` })),
    );
    expect(replies.every(({ status }) => status === 202)).toBe(true);
    expect(new Set(replies.map(({ body }) => body.accepted[0]?.incidentId)).size).toBe(120);
  });
});
