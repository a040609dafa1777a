import type { ChannelName } from '#central/store/outbox-rows.ts';

/** What leaves the house: no personal data, only what is to be looked at. */
export interface Message {
  /** The same however often it is sent. */
  id: string;
  subject: string;
  text: string;
  /** The same as data, for programs. Moments as ISO 8601. */
  data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** One way out of the house. */
export interface Channel {
  name: ChannelName;
  /** Whether it goes to a person's address, or to one place for all. */
  personal: boolean;
  /** Resolves once the other side has taken it. @throws Undelivered */
  deliver(message: Message, to: string | null): Promise<void>;
  close(): void;
}

/** Nobody took it. `final`: trying again as it is would not help. `code` says why, without any address. */
export class Undelivered extends Error {
  readonly code: string;
  readonly final: boolean;

  constructor(code: string, final: boolean) {
    super(code);
    this.code = code;
    this.final = final;
  }
}
