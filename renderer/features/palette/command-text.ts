import type { Say } from '#renderer/ui/use-say.ts';
import type { Reading } from './read-command.ts';

/** The cases of a reading as they are written back into the line; the open one by its word. */
export function refsText(reading: Reading, say: Say): string {
  if (reading.refs.length === 0) return say('palette.this');
  return reading.refs.map((ref) => (ref === 'ini' ? say('palette.this') : ref)).join(' ');
}

/** The assignment written out up to its reason, in the language of the screen. */
export function assignText(reading: Reading, code: string, say: Say): string {
  return `${say('palette.verb.assign', { ref: refsText(reading, say) })}${code}${say('palette.verb.reason')}${reading.reason}`;
}

/** The line with an unclear number said beyond doubt. */
export function clearedText(text: string, ref: string, say: string): string {
  const at = ` ${text} `.search(new RegExp(`[\\s,]${ref.replace(/[/-]/g, '\\$&')}[\\s,]`));
  return at < 0 ? text : `${text.slice(0, at)}${say}${text.slice(at + ref.length)}`;
}
