import type { MessageParam, MessageRef } from '#shared/domain/message-ref.ts';

/** What a schema finds wrong: the members of a zod issue that words can be made of. */
export interface SchemaIssue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  expected?: unknown;
  format?: unknown;
  origin?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  keys?: readonly string[];
  values?: readonly unknown[];
  options?: readonly unknown[];
}

/** Where the fault lies, and in words as data what is wrong and what mends it. */
export interface PlainFault {
  field: string;
  message: MessageRef;
}

const WANTS = ['string', 'number', 'int', 'boolean', 'array', 'object'];
const FORMATS = ['uuid', 'datetime', 'url'];

/**
 * A schema's first issue in our own words, so that they can be said in either language.
 * @param input what was checked: it tells what is missing from what is of the wrong kind
 * @param root names what `input` is a part of, or stands for it when the fault is the whole
 */
export function plainFault(issue: SchemaIssue | undefined, input: unknown, root = ''): PlainFault {
  const path = [...(root === '' || root === 'body' ? [] : [root]), ...(issue?.path ?? []).map(String)];
  const unknown = issue?.code === 'unrecognized_keys' ? (issue.keys?.[0] ?? '') : '';
  const field = [...path, unknown].filter((part) => part !== '').join('.') || root;
  const [key, more] = issue === undefined ? ['other', {}] : wordsOf(issue, valueAt(input, issue.path));
  return { field, message: { key: `fault.${key}`, params: { field: { t: 'text', v: field || 'body' }, ...more } } };
}

type Words = [key: string, params: Record<string, MessageParam>];

function wordsOf(issue: SchemaIssue, value: unknown): Words {
  const isText = issue.origin === 'string';
  const amount = (n: unknown): Record<string, MessageParam> => ({ n: { t: 'number', v: Number(n) } });
  switch (issue.code) {
    case 'unrecognized_keys':
      return ['unknown', {}];
    case 'invalid_type': {
      const want = WANTS.find((one) => one === issue.expected) ?? 'other';
      return [value === undefined ? 'missing' : 'type', { want: { t: 'key', v: `fault.want.${want}` } }];
    }
    case 'too_small':
      if (Number(issue.minimum) === 1 && (isText || issue.origin === 'array')) return ['empty', {}];
      return [isText ? 'short' : 'small', amount(issue.minimum)];
    case 'too_big':
      return [isText ? 'long' : issue.origin === 'array' ? 'many' : 'large', amount(issue.maximum)];
    case 'invalid_format':
      // A pattern of ours brings the key of its words.
      if (issue.message.startsWith('fault.')) return [issue.message.slice('fault.'.length), {}];
      return [FORMATS.find((one) => one === issue.format) ?? 'format', {}];
    case 'invalid_value':
    case 'invalid_union': {
      const choices = issue.values ?? issue.options ?? [];
      if (choices.length === 0) return ['other', {}];
      return ['choice', { choices: { t: 'text', v: choices.map(String).join(', ') } }];
    }
    default:
      return ['other', {}];
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}
