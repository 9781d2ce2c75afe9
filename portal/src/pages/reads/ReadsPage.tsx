import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../api/queries';
import type { Device } from '../../api/types';
import { useSession } from '../../app/session';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { DeviceLink, Place } from '../devices/DeviceLink';
import { LastReadCell } from '../devices/LastRead';
import { ReadsNav } from './ReadsNav';

const route = getRouteApi('/reads/history');
const SIZE = 25;

/** Meter-read history: the devices one reads with their last read, the one that waits longest first. */
export function ReadsPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = {
    page: (search.page ?? 1) - 1,
    size: SIZE,
    sort: search.sort ?? 'lastRead,asc',
    q: search.q ?? '',
    accountId: account?.id,
    assigned: true,
  };
  const devices = useQuery(devicesQuery(filter));
  const columns: readonly Column<Device>[] = [
    { key: 'device', header: t('device.device'), sort: 'serialNumber', cell: (device) => <DeviceLink device={device} /> },
    { key: 'location', header: t('device.location'), sort: 'site', cell: (device) => <Place device={device} /> },
    { key: 'read', header: t('device.lastRead'), sort: 'lastRead', cell: (device) => <LastReadCell device={device} /> },
    {
      key: 'enter',
      header: t('read.enter'),
      headerHidden: true,
      cell: (device) => (
        <Button
          size="xs"
          variant="default"
          aria-label={t('read.enterFor', { serial: device.serialNumber })}
          renderRoot={(props) => <Link to="/reads/$deviceId" params={{ deviceId: device.id }} {...props} />}
        >
          {t('read.enter')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <PageHeading
        title={t('readsNav.history')}
        sub={<p>{t('history.intro')}</p>}
        actions={
          <Button variant="default" component="a" href="/api/reads.xlsx" download>
            {t('history.downloadAll')}
          </Button>
        }
      />
      <ReadsNav />
      <div className="p-tools">
        <SearchField
          label={t('devices.search')}
          placeholder={t('devices.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
      </div>
      <PagedTable
        query={devices}
        filter={filter}
        label={t('readsNav.history')}
        columns={columns}
        idOf={(device) => device.id}
        onSort={(sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        empty={
          search.q ? (
            <Empty title={t('devices.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: {} }) }}>
              {t('devices.noneFoundHint')}
            </Empty>
          ) : (
            <Empty title={t('reads.none')} action={{ to: '/devices', label: t('device.toList') }}>
              {t('reads.noneHint')}
            </Empty>
          )
        }
      />
    </>
  );
}
