const KEY = 'key:';
const OPAQUE = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What an author is called whose name this console does not hold: an outside system by the word its key bears, or as
 * API where it bears none; a person as a dash. Nobody can do anything with an id.
 */
export function unnamedActor(actor: string): string {
  const isKey = actor.startsWith(KEY);
  const word = isKey ? actor.slice(KEY.length) : actor;
  if (!OPAQUE.test(word)) return word;
  return isKey ? 'API' : '–';
}
