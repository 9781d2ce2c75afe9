import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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

export function SignIn() {
  const { t } = useTranslation();
  return (
    <div className="p-signin">
      <header className="p-signin-bar">
        <Wordmark />
        <div className="p-signin-choices">
          <LanguageChoice />
          <SchemeChoice />
        </div>
      </header>
      <main className="p-signin-card">
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.text')}</p>
        <Button component="a" href="/oauth2/authorization/platen" size="md" fullWidth onClick={keepReturnAddress}>
          {t('signIn.button')}
        </Button>
      </main>
    </div>
  );
}
