/** Any value JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What a JSON text cannot show as it is: control characters, quotes, backslashes, halves of surrogate pairs. */
const ODD = /[^\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]/;
const LONG = 200;

/**
 * One text for equal values: keys sorted by code unit, no white space, `undefined` members left out.
 * Signatures, hashes and the byte-equality of replicas rest on it (RFC 8785 for the values we carry).
 * @throws TypeError on a number that JSON cannot carry (NaN, Infinity).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
      return `${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listText(value) : objectText(value as Record<string, unknown>);
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`);
  }
}

/** Most strings need no escaping, and putting quotes about them is far cheaper than asking for it. */
function quote(text: string): string {
  return text.length < LONG && !ODD.test(text) ? `"${text}"` : JSON.stringify(text);
}

function listText(items: readonly unknown[]): string {
  let text = '';
  for (let index = 0; index < items.length; index++)
    text += (index === 0 ? '' : ',') + canonicalJson(items[index] ?? null);
  return `[${text}]`;
}

function objectText(members: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(members);
  if (keys.some((key, index) => index > 0 && (keys[index - 1] ?? '') > key)) keys.sort();
  let text = '';
  for (const key of keys) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
