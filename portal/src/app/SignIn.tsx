import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/Icon';
import { showLanguage } from '../i18n';
import { LanguageChoice } from './LanguageChoice';
import { SchemeChoice } from './SchemeChoice';
import { Wordmark } from '../components/Wordmark';

const RETURN = 'platen.return';

function keepReturnAddress(): void {
  const { pathname, search } = window.location;
  if (pathname !== '/') sessionStorage.setItem(RETURN, pathname + search);
}

/** Where the person wanted to go before he was asked to sign in; null when nowhere, and once only. */
export function takeReturnAddress(): string | null {
  const address = sessionStorage.getItem(RETURN);
  sessionStorage.removeItem(RETURN);
  return address?.startsWith('/') && !address.startsWith('//') ? address : null;
}

/** The gateway comes back with this when a sign-in was begun and did not end well. */
export function signInFailed(search: string): boolean {
  return new URLSearchParams(search).get('sign-in') === 'failed';
}

export function SignIn() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.title')} · Platen`;
  }, [t]);
  return (
    <div className="p-signin">
      <header className="p-signin-bar">
        <Wordmark />
        <div className="p-signin-choices">
          <LanguageChoice onChoose={(language) => void showLanguage(language)} />
          <SchemeChoice />
        </div>
      </header>
      <main className="p-signin-card">
        <h1>{t('signIn.title')}</h1>
        {signInFailed(window.location.search) && (
          <div role="alert" className="p-note p-note-danger">
            <Icon name="warning" />
            <div>{t('signIn.failed')}</div>
          </div>
        )}
        <p>{t('signIn.text')}</p>
        <Button component="a" href="/oauth2/authorization/platen" size="md" fullWidth onClick={keepReturnAddress}>
          {t('signIn.button')}
        </Button>
      </main>
    </div>
  );
}
