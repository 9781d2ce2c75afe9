import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';
import type { Language } from '../api/types';

export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'nl', name: 'Nederlands' },
  { code: 'pt', name: 'Português' },
];

const STORED = 'platen.language';

/** Each language is a file of its own: nobody loads the two that he does not read. */
const texts: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./en.json'),
  nl: () => import('./nl.json'),
  pt: () => import('./pt.json'),
};

export function asLanguage(tag: string | null | undefined): Language | null {
  const code = tag?.slice(0, 2).toLowerCase();
  return code === 'en' || code === 'nl' || code === 'pt' ? code : null;
}

export function preferredLanguage(): Language {
  const stored = asLanguage(localStorage.getItem(STORED));
  if (stored) return stored;
  for (const tag of navigator.languages) {
    const language = asLanguage(tag);
    if (language) return language;
  }
  return 'en';
}

export async function startTranslation(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLanguage(preferredLanguage());
}

let wanted: Language | null = null;

export async function showLanguage(language: Language): Promise<void> {
  wanted = language;
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { default: bundle } = await texts[language]();
    i18n.addResourceBundle(language, 'translation', bundle);
  }
  // Somebody chose another one while the texts came.
  if (wanted !== language) return;
  await i18n.changeLanguage(language);
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  // The gateway reads it for the pages of identity-service: to sign in is to go there in the language chosen here.
  document.cookie = `PLATEN_LANGUAGE=${language}; path=/identity; max-age=31536000; samesite=lax`;
  speak(language);
}
