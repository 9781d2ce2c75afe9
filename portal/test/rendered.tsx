import { MantineProvider } from '@mantine/core';
import i18n from 'i18next';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from '../src/i18n/en.json';

await i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });

/** What is on the page at first, without a browser. */
export function rendered(node: ReactNode): string {
  return renderToString(<MantineProvider>{node}</MantineProvider>);
}
