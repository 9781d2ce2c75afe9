import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../api/queries';
import type { Device } from '../../api/types';
import { useSession } from '../../app/session';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { TonerGlance } from '../../components/TonerBars';
import { LastContact } from './Contact';
import { DeviceLink, Place } from './DeviceLink';
import { LastReadCell } from './LastRead';

const route = getRouteApi('/devices');
const SIZE = 25;

export function DevicesPage() {
  const { t } = useTranslation();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = {
    page: (search.page ?? 1) - 1,
    size: SIZE,
    sort: search.sort ?? 'serialNumber,asc',
    q: search.q ?? '',
    accountId: session.isStaff ? undefined : session.account?.id,
    assigned: search.mine,
  };
  const devices = useQuery(devicesQuery(filter));
  const title = t(session.isStaff ? 'nav.devices' : 'nav.myDevices');
  const columns: readonly Column<Device>[] = [
    { key: 'device', header: t('device.device'), sort: 'serialNumber', cell: (device) => <DeviceLink device={device} /> },
    ...(session.isStaff || (session.accounts.length > 1 && !session.account)
      ? [{ key: 'account', header: t('account.account'), cell: (device: Device) => device.account?.name ?? '–' }]
      : []),
    { key: 'equipment', header: t('device.equipmentNumber'), sort: 'equipmentNumber', cell: (device) => device.equipmentNumber && <span className="p-figure">{device.equipmentNumber}</span> },
    { key: 'location', header: t('device.location'), sort: 'site', cell: (device) => <Place device={device} /> },
    { key: 'toner', header: t('device.toner'), cell: (device) => <TonerGlance supplies={device.supplies} /> },
    { key: 'read', header: t('device.lastRead'), sort: 'lastRead', cell: (device) => <LastReadCell device={device} /> },
    { key: 'contact', header: t('device.lastContact'), sort: 'lastCommunication', cell: (device) => <LastContact device={device} /> },
  ];
  const filtered = Boolean(search.q) || Boolean(search.mine);

  return (
    <>
      <PageHeading title={title} />
      <div className="p-tools">
        <SearchField
          label={t('devices.search')}
          placeholder={t('devices.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
        {!session.isStaff && session.can('DEVICE_BROWSE_ACCOUNT') && (
          <SegmentedControl
            aria-label={t('devices.which')}
            value={search.mine ? 'mine' : 'all'}
            onChange={(which) => void navigate({ search: (old) => ({ ...old, mine: which === 'mine' ? true : undefined, page: undefined }) })}
            data={[
              { value: 'all', label: t('devices.all') },
              { value: 'mine', label: t('devices.mine') },
            ]}
          />
        )}
      </div>
      <PagedTable
        query={devices}
        filter={filter}
        label={title}
        columns={columns}
        idOf={(device) => device.id}
        onSort={(sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        empty={
          filtered ? (
            <Empty title={t('devices.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: {} }) }}>
              {t('devices.noneFoundHint')}
            </Empty>
          ) : (
            <Empty title={t('devices.none')}>{t(session.isStaff ? 'devices.noneHintStaff' : 'devices.noneHint')}</Empty>
          )
        }
      />
    </>
  );
}
