import { createContext, useContext, useMemo } from 'react';
import type { MessageRef } from '#shared/domain/message-ref.ts';
import { type Lang, type Names, type Params, sayRef, say as sayText, type TextKey } from '#shared/text/say.ts';

/** The language of this window and how references in messages become names. */
export interface Speech {
  lang: Lang;
  names: Names;
}

export const SpeechContext = createContext<Speech | null>(null);

/** Words in the window's language: by key, or from a message that came as data. */
export interface Say {
  (key: TextKey, params?: Params): string;
  ref(message: MessageRef): string;
  readonly lang: Lang;
}

/** Speaks the language of the window; draws again when it is switched. @throws Error outside a `SpeechContext`. */
export function useSay(): Say {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no language around this component');
  return useMemo(() => {
    const { lang, names } = speech;
    return Object.assign((key: TextKey, params?: Params) => sayText(lang, key, params), {
      ref: (message: MessageRef) => sayRef(lang, message, names),
      lang,
    });
  }, [speech]);
}
