import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { ReportState } from '#shared/domain/case-state.ts';
import { momentOf } from './moment.ts';
import { distinct, inOrder } from './order.ts';

const ms = (iso: string | undefined): number | null => (iso === undefined ? null : Date.parse(iso));

/**
 * A report as received: its first event, never edited after. Null when none of `events` tells of it.
 * @param words false for its facts alone: its sealed words are then not even opened
 */
export function foldReport(events: readonly AnyEvent[], words = true): ReportState | null {
  for (const event of inOrder(distinct(events))) {
    if (!isKnown(event) || event.type !== 'report.received') continue;
    const { payload } = event;
    const hidden = words ? event.private : undefined;
    return {
      id: event.subject.id,
      source: payload.source,
      channel: payload.channel ?? null,
      externalId: payload.externalId ?? null,
      publishedAt: ms(payload.publishedAt),
      receivedAt: momentOf(event, Date.parse(payload.receivedAt)).ms,
      claimedReceivedAt: ms(payload.claimedReceivedAt),
      lat: payload.lat ?? null,
      lon: payload.lon ?? null,
      text: hidden?.text ?? '',
      url: hidden?.url ?? null,
      placeName: hidden?.placeName ?? null,
      reporter: hidden?.reporter
        ? {
            name: hidden.reporter.name ?? null,
            organisation: hidden.reporter.organisation ?? null,
            phone: hidden.reporter.phone ?? null,
          }
        : null,
      seq: event.seq ?? 0,
    };
  }
  return null;
}
