import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { correctionsQuery, deviceRequestsQuery, devicesQuery, investigationsQuery } from '../api/queries';
import { useSession } from '../app/session';

const COUNT = { page: 0, size: 1 };

/** What waits for the vendor's people besides tickets; nothing where nothing waits. */
export function DeskTasks() {
  const { t } = useTranslation();
  const { can } = useSession();
  const silent = useQuery({ ...devicesQuery({ ...COUNT, sort: 'serialNumber,asc', q: '', monitoring: 'SILENT' }), enabled: can('METER_PHONE') && can('DEVICE_VIEW') });
  const investigations = useQuery({ ...investigationsQuery({ ...COUNT, q: '', state: 'OPEN' }), enabled: can('METER_PHONE') });
  const corrections = useQuery({ ...correctionsQuery({ ...COUNT, q: '', state: 'OPEN' }), enabled: can('METER_DECIDE') });
  const requests = useQuery({ ...deviceRequestsQuery({ ...COUNT, state: 'OPEN' }), enabled: can('ACCESS_REVIEW') });
  const tasks = [
    { key: 'silent', total: silent.data?.total ?? 0, link: (text: ReactNode) => <Link to="/devices" search={{ monitoring: 'SILENT' }}>{text}</Link> },
    { key: 'investigations', total: investigations.data?.total ?? 0, link: (text: ReactNode) => <Link to="/reads/investigations">{text}</Link> },
    { key: 'corrections', total: corrections.data?.total ?? 0, link: (text: ReactNode) => <Link to="/reads/corrections">{text}</Link> },
    { key: 'requests', total: requests.data?.total ?? 0, link: (text: ReactNode) => <Link to="/devices/requests">{text}</Link> },
  ].filter(({ total }) => total > 0);
  if (tasks.length === 0) return null;
  return (
    <ul className="p-tasks" aria-label={t('tasks.title')}>
      {tasks.map(({ key, total, link }) => (
        <li key={key}>{link(t(`tasks.${key}`, { count: total }))}</li>
      ))}
    </ul>
  );
}
