import { describe, expect, it } from 'vitest';
import { isKnownSender, type Sender } from './known-sender.ts';

const windows = new Set([7]);
const origins = ['app://console'];
const from = (id: number, url: string, parent: unknown = null): Sender => ({
  sender: { id },
  senderFrame: { url, parent },
});

describe('known sender', () => {
  it('is the top frame of a window of ours on a page of ours', () => {
    expect(isKnownSender(from(7, 'app://console/desk.html'), windows, origins)).toBe(true);
  });
  it.each<[string, Sender]>([
    ['a window we did not open', from(8, 'app://console/desk.html')],
    ['a foreign page', from(7, 'https://evil.example/desk.html')],
    ['an origin that only begins like ours', from(7, 'app://console.evil/desk.html')],
    ['a frame inside a page', from(7, 'app://console/desk.html', {})],
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
  ])('is never %s', (_name, sender) => expect(isKnownSender(sender, windows, origins)).toBe(false));
});
