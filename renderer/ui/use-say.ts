import { createContext, useContext, useMemo } from 'react';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Lang } from '#shared/text/lang.ts';
import { type Names, type SayParams, sayKey, sayRef, say as sayText, type TextKey } from '#shared/text/say.ts';

/** The language of this window and how references in messages become names. */
export interface Speech {
  lang: Lang;
  names: Names;
}

export const SpeechContext = createContext<Speech | null>(null);

/** Words in the window's language. */
export interface Say {
  /** By a key known when this was written. */
  <K extends TextKey>(key: K, ...params: SayParams<K>): string;
  /** By a key known only at run time (`kind.road`); shows `⟦key⟧` when there is none. */
  key(key: string): string;
  /** From a message that came as data. */
  ref(message: MessageRef): string;
  readonly lang: Lang;
}

/** Words for code that is no component. */
export function makeSay({ lang, names }: Speech): Say {
  const speak = <K extends TextKey>(key: K, ...params: SayParams<K>) => sayText(lang, key, ...params);
  return Object.assign(speak, {
    key: (key: string) => sayKey(lang, key),
    ref: (message: MessageRef) => sayRef(lang, message, names),
    lang,
  });
}

/** Speaks the language of the window; draws again when it is switched. @throws Error outside a `SpeechContext`. */
export function useSay(): Say {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no language around this component');
  return useMemo(() => makeSay(speech), [speech]);
}
