import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { deviceQuery } from '../../api/queries';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { ReadForm } from './ReadForm';

const route = getRouteApi('/reads/$deviceId');

export function ReadEntryPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { deviceId } = route.useParams();
  const device = useQuery(deviceQuery(deviceId));
  if (!can('METER_SUBMIT') && !can('METER_PHONE')) {
    return (
      <>
        <PageHeading title={t('read.title')} />
        <Empty title={t('read.notAllowed')} action={{ to: '/', label: t('action.home') }} />
      </>
    );
  }
  if (device.error instanceof Problem && device.error.status === 404) {
    return (
      <>
        <PageHeading title={t('device.notFoundTitle')} />
        <Empty title={t('device.notFound')} action={{ to: '/reads', label: t('read.toList') }} />
      </>
    );
  }
  if (!device.data) return <PageQueryNote query={device} />;
  const place = device.data.location;
  return (
    <>
      <PageHeading
        title={t('read.title')}
        sub={
          <p>
            <Link to="/devices/$deviceId" params={{ deviceId }}>
              {device.data.serialNumber}
            </Link>
            {` · ${device.data.model}`}
            {place && ` · ${[place.site, place.room].filter(Boolean).join(' · ')}`}
          </p>
        }
      />
      <QueryNote query={device} />
      <ReadForm key={deviceId} device={device.data} />
    </>
  );
}
