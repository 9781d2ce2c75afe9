import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../../api/queries';
import type { Device } from '../../../api/types';
import { useSession } from '../../../app/session';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { SearchField } from '../../../components/SearchField';
import { DeviceLink, Place } from '../DeviceLink';
import { DevicesNav } from '../DevicesNav';
import { NoteField } from '../NoteField';
import { DeviceActions } from './DeviceActions';
import '../../../styles/devices.css';

const route = getRouteApi('/devices/mine');
const SIZE = 25;

/** The devices the person looks after, with notes and what can be done now. */
export function MyDevicesPage() {
  const { t } = useTranslation();
  const { account, can } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, sort: search.sort ?? 'serialNumber,asc', q: search.q ?? '', accountId: account?.id, assigned: true };
  const devices = useQuery(devicesQuery(filter));
  const columns: readonly Column<Device>[] = [
    { key: 'device', header: t('device.device'), sort: 'serialNumber', cell: (device) => <DeviceLink device={device} /> },
    { key: 'location', header: t('device.location'), sort: 'site', cell: (device) => <Place device={device} /> },
    {
      key: 'notes',
      header: t('device.notes'),
      cell: (device) => (
        <span className="p-notes">
          <NoteField device={device} note={1} labelHidden />
          <NoteField device={device} note={2} labelHidden />
        </span>
      ),
    },
    { key: 'autoToner', header: t('autoToner.title'), cell: (device) => (device.autoToner?.state ? t(`autoToner.${device.autoToner.state}`) : <span className="p-quiet">–</span>) },
    { key: 'actions', header: t('device.actions'), headerHidden: true, cell: (device) => <DeviceActions device={device} /> },
  ];
  return (
    <>
      <PageHeading title={t('nav.myDevices')} />
      <DevicesNav />
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
        label={t('nav.myDevices')}
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
            <Empty title={t('reads.none')} action={can('DEVICE_BROWSE_ACCOUNT') ? { to: '/devices/assign', label: t('devicesNav.assign') } : undefined}>
              {t(can('DEVICE_BROWSE_ACCOUNT') ? 'devices.noneHintBrowse' : 'devices.noneHint')}
            </Empty>
          )
        }
      />
    </>
  );
}
