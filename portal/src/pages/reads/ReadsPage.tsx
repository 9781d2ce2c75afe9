import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../api/queries';
import type { Device } from '../../api/types';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { Pager } from '../../components/Pager';
import { ProblemNote } from '../../components/ProblemNote';
import { SearchField } from '../../components/SearchField';
import { Stale } from '../../components/Stale';
import { Waiting } from '../../components/Waiting';
import { DeviceLink, Place } from '../devices/DeviceLink';
import { LastReadCell } from '../devices/LastRead';

const route = getRouteApi('/reads');
const SIZE = 25;

/** The devices one can read, the one that waits longest first. */
export function ReadsPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = (search.page ?? 1) - 1;
  const sort = search.sort ?? 'lastRead,asc';
  const devices = useQuery(devicesQuery({ page, size: SIZE, sort, q: search.q ?? '', accountId: account?.id, assigned: true }));
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
      <PageHeading title={t('nav.reads')} sub={<p>{t('reads.intro')}</p>} />
      <div className="p-tools">
        <SearchField
          label={t('devices.search')}
          placeholder={t('devices.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
      </div>
      {devices.error && !devices.data && <ProblemNote error={devices.error} />}
      <Stale query={devices} />
      {devices.isPending && !devices.error && <Waiting />}
      {devices.data && devices.data.items.length === 0 && (
        <Empty
          title={t(search.q ? 'devices.noneFound' : 'reads.none')}
          action={search.q ? { label: t('action.showAll'), onClick: () => void navigate({ search: {} }) } : { to: '/devices', label: t('device.toList') }}
        >
          {t(search.q ? 'devices.noneFoundHint' : 'reads.noneHint')}
        </Empty>
      )}
      {devices.data && devices.data.items.length > 0 && (
        <>
          <DataTable
            label={t('nav.reads')}
            columns={columns}
            rows={devices.data.items}
            idOf={(device) => device.id}
            sort={sort}
            onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next, page: undefined }) })}
            busy={devices.isPlaceholderData}
          />
          <Pager page={page} size={SIZE} total={devices.data.total} onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next + 1 }) })} />
        </>
      )}
    </>
  );
}
