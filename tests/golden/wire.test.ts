import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OLDEST_PROTOCOL, PROTOCOL, WIRE_HASH } from '#shared/contract/version.ts';
import { type AnyEvent, checkEvent, eventSchema, isKnown } from '#shared/contract/wire/event.ts';
import { EVENT_TYPES } from '#shared/contract/wire/event-payloads.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { wireSchemas } from './wire-schemas.ts';

interface Frozen {
  events: AnyEvent[];
  states: Record<string, unknown>;
}
const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Frozen;
const frozen = read('./wire-1.json');
const second = read('./wire-2.json');

describe('the wire', () => {
  it('is pinned: any change of a schema is seen here, and wants a new protocol or event version', () => {
    expect(createHash('sha256').update(canonicalJson(wireSchemas())).digest('hex')).toBe(WIRE_HASH);
    expect(OLDEST_PROTOCOL).toBeLessThanOrEqual(PROTOCOL);
  });

  it('still reads every event of its versions, each type at least once', () => {
    const events = [...frozen.events, ...second.events];
    for (const event of events) {
      expect(eventSchema.safeParse(event).success, event.type).toBe(true);
      expect(isKnown(event), event.type).toBe(true);
      expect(checkEvent(event), event.type).toBeNull();
    }
    expect([...new Set(events.map((event) => event.type))].sort()).toEqual(Object.keys(EVENT_TYPES).sort());
  });

  it('still folds them to the same states, byte for byte', () => {
    const ids = [...new Set(frozen.events.map((event) => event.subject.id))];
    const states = ids.map((id) => {
      const own = frozen.events.filter((event) => event.subject.id === id);
      return [id, foldCase(own) ?? foldIncident(own) ?? foldReport(own)];
    });
    expect(canonicalJson(Object.fromEntries(states))).toBe(canonicalJson(frozen.states));
  });
});
