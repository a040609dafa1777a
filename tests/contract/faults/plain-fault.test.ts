import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainFault } from '#shared/contract/plain-fault.ts';
import { checkEvent } from '#shared/contract/wire/event.ts';
import { branchCodeSchema, idSchema, isoSchema, severitySchema } from '#shared/contract/wire/values.ts';
import { sayRef } from '#shared/text/say.ts';

const shape = z.strictObject({
  text: z.string().trim().min(1).max(10).optional(),
  n: z.coerce.number().int().min(2).max(5).default(3),
  id: idSchema.optional(),
  at: isoSchema.optional(),
  branch: branchCodeSchema.optional(),
  severity: severitySchema.optional(),
  url: z.url().optional(),
  list: z
    .array(z.object({ name: z.string() }))
    .max(1)
    .optional(),
});
const faultOf = (schema: z.ZodType, input: unknown, root?: string) =>
  plainFault(schema.safeParse(input).error?.issues[0], input, root);

describe('a fault in words', () => {
  it.each([
    [{ text: 5 }, 'text', 'text is of the wrong kind: send a text', 'text bukan jenis yang betul: hantar teks'],
    [{ text: ' ' }, 'text', 'text is empty', 'text kosong'],
    [{ text: 'abcdefghijk' }, 'text', 'write at most 10 characters', 'paling banyak 10 aksara'],
    [{ n: 'x' }, 'n', 'n is of the wrong kind: send a number', 'hantar nombor'],
    [{ n: 1 }, 'n', 'send 2 or more', 'hantar 2 atau lebih'],
    [{ n: 9 }, 'n', 'send 5 or less', 'hantar 5 atau kurang'],
    [{ id: 'x' }, 'id', 'send a UUID', 'hantar UUID'],
    [{ at: 'kelmarin' }, 'at', 'send ISO 8601 with its offset', 'hantar ISO 8601 dengan ofset'],
    [{ branch: 'klu' }, 'branch', 'three capitals, such as KLU', 'tiga huruf besar, contohnya KLU'],
    [{ severity: 'bad' }, 'severity', 'send one of death, ', 'hantar satu daripada death, '],
    [{ url: 'x' }, 'url', 'starts with https://', 'bermula dengan https://'],
    [{ list: [{}] }, 'list.0.name', 'list.0.name is missing: send a text', 'list.0.name tiada: hantar teks'],
    [{ list: [{ name: '' }, { name: '' }] }, 'list', 'send at most 1 at a time', 'paling banyak 1 sekali'],
    [{ overdue: '1' }, 'overdue', 'overdue is not known here', 'overdue tidak dikenali di sini'],
  ])('%j', (input, field, en, ms) => {
    const fault = faultOf(shape, input);
    expect(fault.field).toBe(field);
    expect(sayRef('en', fault.message)).toContain(en);
    expect(sayRef('ms', fault.message)).toContain(ms);
  });

  it('tells a number that is missing from one that is none', () => {
    const schema = z.object({ protocol: z.coerce.number().int() });
    expect(sayRef('en', faultOf(schema, {}).message)).toBe('protocol is missing: send a number');
    expect(sayRef('en', faultOf(schema, { protocol: 'x' }).message)).toContain('of the wrong kind');
  });

  it('names the whole when the whole is wrong', () => {
    expect(faultOf(shape, 'x', 'body')).toMatchObject({ field: 'body', message: { key: 'fault.type' } });
    expect(plainFault(undefined, {}, 'body')).toMatchObject({ field: 'body', message: { key: 'fault.other' } });
  });

  it('says what is wrong with an event in either language', () => {
    const event = {
      id: '019ab000-0000-7000-8000-000000000001',
      type: 'case.victim-described',
      v: 1,
      subject: { kind: 'case', id: '019ab000-0000-7000-8000-000000000002' },
      payload: { occupation: 'x'.repeat(81) },
    };
    const fault = checkEvent(event as unknown as Parameters<typeof checkEvent>[0]);
    expect(fault?.field).toBe('payload.occupation');
    expect(fault && sayRef('ms', fault.message)).toBe(
      'payload.occupation terlalu panjang: tulis paling banyak 80 aksara',
    );
    const wrong = checkEvent({ ...event, subject: { kind: 'report', id: event.id } } as unknown as Parameters<
      typeof checkEvent
    >[0]);
    expect(wrong && sayRef('en', wrong.message)).toBe('subject.kind is wrong: case.victim-described is about a case');
  });
});
