import { Popover, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../components/ProblemNote';
import { LanguageChoice } from './LanguageChoice';
import { SchemeChoice } from './SchemeChoice';
import { useSession } from './session';
import { SignOutButton } from './SignOutButton';
import { useOwnLanguage } from './useOwnLanguage';

export function PersonMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  const language = useOwnLanguage();
  const initials = me.name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <Popover width={260} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className="p-person" aria-label={t('preferences.open', { name: me.name })}>
          <span aria-hidden="true">{initials}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('preferences.title')} className="p-person-panel">
        <strong>{me.name}</strong>
        <div className="p-field">
          <span>{t('preferences.language')}</span>
          <LanguageChoice onChoose={language.change} />
        </div>
        {language.error && <ProblemNote title={t('problem.language')} error={language.error} />}
        <div className="p-field">
          <span>{t('preferences.appearance')}</span>
          <SchemeChoice />
        </div>
        <SignOutButton />
      </Popover.Dropdown>
    </Popover>
  );
}
