import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { meQuery } from '../api/queries';
import { Empty } from '../components/Empty';
import { PageHeading } from '../components/PageHeading';
import { ProblemNote } from '../components/ProblemNote';
import { Waiting } from '../components/Waiting';
import { asLanguage, showLanguage } from '../i18n';
import { LiveProvider } from '../live/LiveProvider';
import { SessionProvider } from './session';
import { SignIn, takeReturnAddress } from './SignIn';
import { Shell } from './Shell';

export function Root() {
  const me = useQuery(meQuery);
  const { t } = useTranslation();
  const router = useRouter();
  const language = asLanguage(me.data?.language);

  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);

  const signedIn = me.isSuccess;
  useEffect(() => {
    const address = signedIn ? takeReturnAddress() : null;
    if (address && window.location.pathname === '/') void router.navigate({ href: address, replace: true });
  }, [signedIn, router]);

  if (me.error instanceof Problem && me.error.status === 401) return <SignIn />;
  if (me.data) {
    return (
      <SessionProvider me={me.data}>
        <LiveProvider>
          <Shell>
            <Outlet />
          </Shell>
        </LiveProvider>
      </SessionProvider>
    );
  }
  return (
    <main className="p-alone">
      {me.error ? (
        <>
          <h1>{t('problem.startTitle')}</h1>
          <ProblemNote error={me.error} />
          <Button onClick={() => void me.refetch()} loading={me.isFetching}>
            {t('action.retry')}
          </Button>
        </>
      ) : (
        <Waiting />
      )}
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('problem.notFoundTitle')} />
      <Empty title={t('problem.notFound')} action={{ to: '/', label: t('action.home') }} />
    </>
  );
}

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="p-alone" role="alert">
      <h1>{t('problem.pageTitle')}</h1>
      <ProblemNote error={error} />
      <Button onClick={reset}>{t('action.retry')}</Button>
    </div>
  );
}
