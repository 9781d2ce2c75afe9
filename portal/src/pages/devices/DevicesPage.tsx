import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery, groupsQuery } from '../../api/queries';
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
import { Coverage, DeviceStateTag } from './DeviceStateTag';
import { DevicesNav } from './DevicesNav';
import { exportAddress } from './exportAddress';
import { LastReadCell } from './LastRead';
import { BulkAssign } from './manage/BulkAssign';
import '../../styles/devices.css';

const route = getRouteApi('/devices');
const SIZE = 25;
const CONTRACT = ['ACTIVE', 'NONE'] as const;
const MONITORING = ['REPORTING', 'SILENT', 'RECONNECT', 'NOT_MONITORED'] as const;

/** The devices of the account, or for people of the vendor those of their regions. */
export function DevicesPage() {
  const { t } = useTranslation();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [giving, give] = useState<'assign' | 'withdraw' | null>(null);
  const accountId = session.isStaff ? undefined : session.account?.id;
  const filter = {
    page: (search.page ?? 1) - 1,
    size: SIZE,
    sort: search.sort ?? 'serialNumber,asc',
    q: search.q ?? '',
    accountId,
    assigned: search.mine,
    group: search.group,
    contract: search.contract,
    monitoring: search.monitoring,
  };
  const devices = useQuery(devicesQuery(filter));
  const groups = useQuery({ ...groupsQuery(accountId), enabled: !session.isStaff && session.can('DEVICE_ASSIGN_OTHERS') });
  const title = t('nav.devices');
  // Colleagues belong to one account: with several open at once nothing can be given to them.
  const assignsIn = !session.isStaff && session.can('DEVICE_ASSIGN_OTHERS') ? (session.account ?? (session.accounts.length === 1 ? session.accounts[0] : undefined)) : undefined;
  const change = (part: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...part, page: undefined }) });
  const choose = (id: string, isChosen: boolean) => setChosen((old) => (isChosen ? new Set(old).add(id) : new Set([...old].filter((each) => each !== id))));
  const columns: readonly Column<Device>[] = [
    {
      key: 'device',
      header: t('device.device'),
      sort: 'serialNumber',
      cell: (device) =>
        assignsIn ? (
          <span className="p-choice">
            <Checkbox aria-label={t('devices.choose', { serial: device.serialNumber })} checked={chosen.has(device.id)} onChange={(event) => choose(device.id, event.currentTarget.checked)} />
            <DeviceCell device={device} />
          </span>
        ) : (
          <DeviceCell device={device} />
        ),
    },
    ...(session.isStaff || (session.accounts.length > 1 && !session.account)
      ? [{ key: 'account', header: t('account.account'), cell: (device: Device) => device.account?.name ?? '–' }]
      : []),
    { key: 'location', header: t('device.location'), sort: 'site', cell: (device) => <Place device={device} /> },
    { key: 'toner', header: t('device.toner'), cell: (device) => <TonerGlance supplies={device.supplies} /> },
    { key: 'read', header: t('device.lastRead'), sort: 'lastRead', cell: (device) => <LastReadCell device={device} /> },
    { key: 'coverage', header: t('device.contract'), cell: (device) => <Coverage device={device} short /> },
    { key: 'contact', header: t('device.lastContact'), sort: 'lastCommunication', cell: (device) => <LastContact device={device} /> },
  ];
  const filtered = Boolean(search.q ?? search.mine ?? search.group ?? search.contract ?? search.monitoring);

  return (
    <>
      <PageHeading
        title={title}
        actions={
          session.can('DEVICE_EXPORT') && (
            <Button variant="default" component="a" href={exportAddress(filter)} download>
              {t('devices.export')}
            </Button>
          )
        }
      />
      <DevicesNav />
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
            onChange={(which) => change({ mine: which === 'mine' ? true : undefined })}
            data={[
              { value: 'all', label: t('devices.all') },
              { value: 'mine', label: t('devices.mine') },
            ]}
          />
        )}
        <Choice label={t('device.contract')} value={search.contract} values={CONTRACT} text={(value) => t(`contractFilter.${value}`)} onChange={(contract) => change({ contract })} />
        <Choice label={t('monitoring.monitoring')} value={search.monitoring} values={MONITORING} text={(value) => t(`monitoring.${value}`)} onChange={(monitoring) => change({ monitoring })} />
        {(groups.data?.items.length ?? 0) > 0 && (
          <Choice
            label={t('group.group')}
            value={search.group}
            values={(groups.data?.items ?? []).map(({ id }) => id)}
            text={(id) => groups.data?.items.find((group) => group.id === id)?.name ?? id}
            onChange={(group) => change({ group })}
          />
        )}
      </div>
      <PagedTable
        query={devices}
        filter={filter}
        label={title}
        columns={columns}
        idOf={(device) => device.id}
        onSort={(sort) => change({ sort })}
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
      {assignsIn && chosen.size > 0 && (
        <div className="p-chosen" role="region" aria-label={t('assign.chosen', { count: chosen.size })}>
          <span>{t('assign.chosen', { count: chosen.size })}</span>
          <span className="p-buttons">
            <Button onClick={() => give('assign')}>{t('devices.assignTo')}</Button>
            <Button variant="default" onClick={() => give('withdraw')}>
              {t('devices.withdrawFrom')}
            </Button>
            <Button variant="default" onClick={() => setChosen(new Set())}>
              {t('assign.none0')}
            </Button>
          </span>
        </div>
      )}
      {assignsIn && giving && (
        <BulkAssign
          accountId={assignsIn.id}
          deviceIds={[...chosen]}
          how={giving}
          onClose={() => give(null)}
          onDone={() => {
            give(null);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}

/** The device with its equipment number, and its state where it cannot be worked with. */
function DeviceCell({ device }: { device: Device }) {
  return (
    <span className="p-two-lines">
      <DeviceLink device={device} />
      {device.equipmentNumber && <span className="p-quiet p-figure">{device.equipmentNumber}</span>}
      {device.state && device.state !== 'WORKING' && (
        <span>
          <DeviceStateTag device={device} />
        </span>
      )}
    </span>
  );
}

/** A filter that may be left open. */
function Choice<Value extends string>({
  label,
  value,
  values,
  text,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  values: readonly Value[];
  text: (value: Value) => string;
  onChange: (value: Value | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      placeholder={t('devices.any')}
      className="p-choice-field"
      clearable
      clearButtonProps={{ 'aria-label': t('devices.anyOf', { filter: label }) }}
      value={value ?? null}
      onChange={(chosen) => onChange((chosen as Value | null) ?? undefined)}
      data={values.map((each) => ({ value: each, label: text(each) }))}
    />
  );
}
