import { useNetwork, useWindowEvent } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Offline, Problem } from '../api/problem';
import { meQuery } from '../api/queries';
import { Empty } from '../components/Empty';
import { PageHeading } from '../components/PageHeading';
import { PageProblem } from '../components/PageProblem';
import { PageQueryNote } from '../components/QueryNote';
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
    // Texts that could not be loaded leave those of before, which are better than none.
    if (language) showLanguage(language).catch(() => undefined);
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
      <PageQueryNote query={me} title={t('problem.startTitle')} />
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

/** Within the shell: menu, search and notices stay. */
export function PageFailed({ error }: { error: unknown }) {
  const { online } = useNetwork();
  // A part of the portal that could not be loaded is only asked for again by a new page load.
  const again = () => window.location.reload();
  useWindowEvent('online', again);
  return online ? <PageProblem error={error} onRetry={again} /> : <PageProblem error={new Offline()} />;
}

/** Where the shell itself has failed. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <main className="p-alone">
      <PageFailed error={error} />
    </main>
  );
}
