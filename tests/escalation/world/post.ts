import { type Channel, type Message, Undelivered } from '#central/notify/channel.ts';
import type { ChannelName } from '#central/store/outbox-rows.ts';

/** How the other side of a message behaves: takes it, refuses it for now or for good, takes it unheard, or says nothing. */
export type PostMood = 'takes' | 'refuses' | 'refuses-for-good' | 'takes-unheard' | 'silent';

/** A message that the other side took. */
export interface Taken {
  /** True time, ms since 1970. */
  when: number;
  channel: ChannelName;
  message: Message;
  to: string | null;
}

/** Mail and a webhook whose other sides are in this process. */
export interface Post {
  mood: PostMood;
  readonly taken: readonly Taken[];
  /** Ids of messages of which the sender cannot know whether they came through. */
  readonly inDoubt: ReadonlySet<string>;
  /** Told each message as it is taken; what it throws nobody hears. */
  onTaken(told: (taken: Taken) => Promise<void>): void;
  channels(): Channel[];
}

/** Opens it. @param now true ms since 1970 */
export function openPost(now: () => number): Post {
  const taken: Taken[] = [];
  const inDoubt = new Set<string>();
  let told: (one: Taken) => Promise<void> = async () => {};
  const post: Post = {
    mood: 'takes',
    taken,
    inDoubt,
    onTaken(next) {
      told = next;
    },
    channels: () => [channel('mail', true), channel('webhook', false)],
  };
  const channel = (name: ChannelName, personal: boolean): Channel => ({
    name,
    personal,
    async deliver(message, to) {
      const { mood } = post;
      if (mood === 'refuses') throw new Undelivered(personal ? 'smtp-451' : 'http-503', false);
      if (mood === 'refuses-for-good') throw new Undelivered(personal ? 'smtp-550' : 'http-410', true);
      if (mood === 'silent') {
        inDoubt.add(`${name} ${message.id}`);
        return new Promise(() => {});
      }
      const one = { when: now(), channel: name, message, to };
      taken.push(one);
      if (mood === 'takes-unheard') inDoubt.add(`${name} ${message.id}`);
      await told(one);
      if (mood === 'takes-unheard') throw new Undelivered(personal ? 'ESOCKET' : 'unreachable', false);
    },
    close() {},
  });
  return post;
}
