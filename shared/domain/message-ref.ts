/** One typed value inside a message; people and offices stay references, so masking and language hold until shown. */
export type MessageParam =
  | { t: 'number'; v: number }
  | { t: 'km'; v: number }
  | { t: 'time'; v: number }
  | { t: 'day'; v: number }
  | { t: 'duration'; v: number }
  | { t: 'percent'; v: number }
  | { t: 'money'; v: number }
  | { t: 'branch'; v: string }
  | { t: 'person'; v: string }
  | { t: 'key'; v: string }
  | { t: 'text'; v: string };

/**
 * Words as data: a catalogue key and typed parameters, never prose.
 * Units: time and day in ms since 1970, duration in ms, money in sen, percent 0–100.
 */
export interface MessageRef {
  key: string;
  params?: Record<string, MessageParam> | undefined;
}
