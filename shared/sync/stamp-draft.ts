import { type AnyEvent, type EventDraft, versionOf } from '#shared/contract/wire/event.ts';

/** All of the envelope that its author does not decide. */
export type Stamp = Pick<
  AnyEvent,
  'id' | 'act' | 'actor' | 'session' | 'device' | 'n' | 'at' | 'happenedAt' | 'certain' | 'notBefore' | 'via' | 'seen'
>;

/** Makes a whole event of a draft; an empty private part is left out. */
export function stampDraft(draft: EventDraft, stamp: Stamp): AnyEvent {
  const hidden = 'private' in draft && draft.private !== undefined ? dropUndefined(draft.private) : {};
  const event: AnyEvent = {
    ...stamp,
    type: draft.type,
    v: versionOf(draft.type, draft.payload),
    subject: draft.subject,
    payload: dropUndefined(draft.payload),
  };
  return Object.keys(hidden).length > 0 ? { ...event, private: hidden } : event;
}

/** JSON has no `undefined`: without this an event would differ from its own copy read back. */
function dropUndefined(members: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
