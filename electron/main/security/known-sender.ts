/** The part of an IPC event that says who sent it. */
export interface Sender {
  sender: { id: number };
  senderFrame: { url: string; parent: unknown } | null;
}

/**
 * Tells whether a message came from the top frame of one of our windows, showing one of our own pages.
 * @param windows the ids of the windows' contents
 * @param origins the origins our pages have
 */
export function isKnownSender(event: Sender, windows: ReadonlySet<number>, origins: readonly string[]): boolean {
  if (!windows.has(event.sender.id)) return false;
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return origins.some((origin) => frame.url.startsWith(`${origin}/`));
}
