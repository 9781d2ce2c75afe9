import { NativeSelect, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function SchemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      aria-label={t('preferences.appearance')}
      size="sm"
      value={colorScheme}
      data={[
        { value: 'auto', label: t('preferences.auto') },
        { value: 'light', label: t('preferences.light') },
        { value: 'dark', label: t('preferences.dark') },
      ]}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
    />
  );
}
