import { Navigate } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../components/Empty';
import { PageHeading } from '../components/PageHeading';
import { Waiting } from '../components/Waiting';
import { entriesFor } from './navigation';
import { useSession } from './session';

const Dashboard = lazy(() => import('../pages/dashboard/DashboardPage').then((page) => ({ default: page.DashboardPage })));

export function Home() {
  const { t } = useTranslation();
  const session = useSession();
  const [first] = entriesFor(session);
  if (first?.to === '/') {
    return (
      <Suspense fallback={<Waiting />}>
        <Dashboard />
      </Suspense>
    );
  }
  if (first) return <Navigate to={first.to} replace />;
  return (
    <>
      <PageHeading title={t('home.welcome', { name: session.me.name })} />
      <Empty title={t('home.nothing')}>{t('home.nothingHint')}</Empty>
    </>
  );
}
