import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import './base.css';
import { type Speech, SpeechContext } from './use-say.ts';

export interface UiRootProps {
  speech: Speech;
  theme: 'dark' | 'light' | 'hc';
  children: ReactNode;
}

/** Tokens, fonts, language and theme around a page. Mantine gives behaviour only; every look is ours. */
export function UiRoot({ speech, theme, children }: UiRootProps) {
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = speech.lang;
  }, [theme, speech.lang]);
  return (
    <MantineProvider
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
      forceColorScheme={theme === 'light' ? 'light' : 'dark'}
    >
      <SpeechContext value={speech}>{children}</SpeechContext>
    </MantineProvider>
  );
}
