import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, asLanguage } from '../i18n';
import type { Language } from '../api/types';

export function LanguageChoice({ onChoose }: { onChoose: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('preferences.language')}
      size="sm"
      value={i18n.language}
      data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => {
        const language = asLanguage(event.currentTarget.value);
        if (language) onChoose(language);
      }}
    />
  );
}
