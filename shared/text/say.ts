import type { MessageParam, MessageRef } from '#shared/domain/message-ref.ts';
import { catalogue, isTextKey, type Template, type TextKey } from './catalogue.ts';
import {
  formatDate,
  formatDay,
  formatDuration,
  formatKm,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
} from './format.ts';
import type { Lang } from './lang.ts';
import type { ParamNames } from './words.ts';

export type { TextKey } from './catalogue.ts';

/** What a parameter may be: typed as in a MessageRef, or a text or number put in as it is. */
export type SayParam = MessageParam | string | number;

/** The parameters a key asks for; none for most. */
export type SayParams<K extends TextKey> = [ParamNames<Template<K>>] extends [never]
  ? [params?: undefined]
  : [params: { readonly [N in ParamNames<Template<K>>]: SayParam }];

/** How references become words: offices and people by name (masking happens there), and the moment it is read. */
export interface Names {
  branch?: ((code: string) => string) | undefined;
  person?: ((id: string) => string) | undefined;
  /** ms since 1970: lets a time of today stand without its date. */
  now?: number | undefined;
}

const NO_NAMES: Names = {};
const PLACE = /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/** The words of a key. A key that does not exist, or a missing parameter, does not compile. */
export function say<K extends TextKey>(lang: Lang, key: K, ...[params]: SayParams<K>): string {
  return fill(lang, catalogue[lang][key], params ?? {}, NO_NAMES);
}

/** The words of a message; a key nobody knows shows as `⟦key⟧` so that it is seen and reported. */
export function sayRef(lang: Lang, message: MessageRef, names: Names = NO_NAMES): string {
  if (!isTextKey(message.key)) return `⟦${message.key}⟧`;
  return fill(lang, catalogue[lang][message.key], message.params ?? {}, names);
}

/** The words of a key known only at run time; `⟦key⟧` when nobody knows it. */
export function sayKey(lang: Lang, key: string): string {
  return sayRef(lang, { key });
}

function fill(lang: Lang, template: string, params: Readonly<Record<string, SayParam>>, names: Names): string {
  return template.replace(PLACE, (_, name: string, one: string | undefined, many: string | undefined) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return `⟦${name}⟧`;
    if (one !== undefined && many !== undefined) return plain(value) === 1 ? one : many;
    return shown(lang, value, names);
  });
}

function plain(value: SayParam): string | number {
  return typeof value === 'object' ? value.v : value;
}

function shown(lang: Lang, value: SayParam, names: Names): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value);
  switch (value.t) {
    case 'number':
      return formatNumber(value.v);
    case 'km':
      return formatKm(value.v);
    case 'time':
      return formatMoment(lang, value.v, names.now);
    case 'day':
      return names.now === undefined ? formatDate(lang, value.v) : formatDay(lang, value.v, names.now);
    case 'duration':
      return formatDuration(lang, value.v);
    case 'percent':
      return formatPercent(value.v);
    case 'money':
      return formatMoney(value.v);
    case 'branch':
      return names.branch?.(value.v) ?? value.v;
    case 'person':
      return names.person?.(value.v) ?? value.v;
    case 'key':
      return sayRef(lang, { key: value.v }, names);
    case 'text':
      return value.v;
  }
}
