import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery, groupsQuery, takeDevices } from '../../../api/queries';
import type { Device, TakeDevices } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { useSession } from '../../../app/session';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { ProblemNote } from '../../../components/ProblemNote';
import { SearchField } from '../../../components/SearchField';
import { DevicesNav } from '../DevicesNav';
import '../../../styles/devices.css';

const route = getRouteApi('/devices/assign');
const SIZE = 50;
const MOST = 200;

interface Chosen {
  readonly serial: string;
  readonly note1: string;
  readonly note2: string;
}

/** Devices of the account the person does not look after yet; he takes those he chooses. */
export function AssignPage() {
  const { t } = useTranslation();
  const { account, can } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const leave = useNavigate();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, sort: search.sort ?? 'serialNumber,asc', q: search.q ?? '', accountId: account?.id, assigned: false, group: search.group };
  const devices = useQuery(devicesQuery(filter));
  const groups = useQuery({ ...groupsQuery(account?.id), enabled: can('DEVICE_ASSIGN_OTHERS') });
  const command = useCommand<TakeDevices, unknown>({
    name: 'platen.take-devices',
    send: takeDevices,
    touches: [['devices'], ['dashboard'], ['due']],
    onDone: () => void leave({ to: '/devices/mine' }),
  });
  const choose = (device: Device, isChosen: boolean) => {
    command.forget();
    setChosen((old) => {
      const next = new Map(old);
      if (isChosen) next.set(device.id, { serial: device.serialNumber, note1: '', note2: '' });
      else next.delete(device.id);
      return next;
    });
  };
  const note = (id: string, change: Partial<Chosen>) =>
    setChosen((old) => {
      const before = old.get(id);
      return before ? new Map(old).set(id, { ...before, ...change }) : old;
    });
  const page = devices.data?.items ?? [];
  const allOfPage = page.length > 0 && page.every(({ id }) => chosen.has(id));
  const columns: readonly Column<Device>[] = [
    {
      key: 'device',
      header: t('device.device'),
      sort: 'serialNumber',
      cell: (device) => (
        <Checkbox
          label={
            <span className="p-two-lines">
              <span>{device.serialNumber}</span>
              <span className="p-quiet">{device.model}</span>
            </span>
          }
          checked={chosen.has(device.id)}
          disabled={!chosen.has(device.id) && chosen.size >= MOST}
          onChange={(event) => choose(device, event.currentTarget.checked)}
        />
      ),
    },
    { key: 'location', header: t('device.location'), sort: 'site', cell: (device) => device.location?.site ?? <span className="p-quiet">–</span> },
    {
      key: 'notes',
      header: t('device.notes'),
      cell: (device) => {
        const row = chosen.get(device.id);
        return row ? (
          <span className="p-notes">
            <TextInput size="xs" aria-label={t('device.noteOf', { number: 1, serial: device.serialNumber })} placeholder={t('device.note', { number: 1 })} value={row.note1} maxLength={100} onChange={(event) => note(device.id, { note1: event.currentTarget.value })} />
            <TextInput size="xs" aria-label={t('device.noteOf', { number: 2, serial: device.serialNumber })} placeholder={t('device.note', { number: 2 })} value={row.note2} maxLength={100} onChange={(event) => note(device.id, { note2: event.currentTarget.value })} />
          </span>
        ) : null;
      },
    },
  ];
  const send = () =>
    command.send({
      deviceIds: [...chosen.keys()],
      notes: [...chosen].flatMap(([deviceId, { note1, note2 }]) => [
        ...(note1.trim() ? [{ deviceId, note: 1, text: note1.trim() }] : []),
        ...(note2.trim() ? [{ deviceId, note: 2, text: note2.trim() }] : []),
      ]),
    });
  return (
    <>
      <PageHeading title={t('assign.title')} sub={<p>{t('assign.intro')}</p>} />
      <DevicesNav />
      <div className="p-tools">
        <SearchField
          label={t('devices.search')}
          placeholder={t('assign.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
        {(groups.data?.items.length ?? 0) > 0 && (
          <Select
            label={t('group.group')}
            placeholder={t('group.any')}
            clearable
            clearButtonProps={{ 'aria-label': t('group.any') }}
            value={search.group ?? null}
            onChange={(group) => void navigate({ search: (old) => ({ ...old, group: group ?? undefined, page: undefined }) })}
            data={(groups.data?.items ?? []).map((group) => ({ value: group.id, label: group.name }))}
          />
        )}
        {page.length > 0 && (
          <Checkbox
            label={t('assign.page')}
            checked={allOfPage}
            indeterminate={!allOfPage && page.some(({ id }) => chosen.has(id))}
            onChange={(event) => page.forEach((device) => choose(device, event.currentTarget.checked))}
          />
        )}
      </div>
      {command.error && <ProblemNote command error={command.error} />}
      <PagedTable
        query={devices}
        filter={filter}
        label={t('assign.title')}
        columns={columns}
        idOf={(device) => device.id}
        onSort={(sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next + 1 }) })}
        empty={<Empty title={t(search.q ? 'devices.noneFound' : 'assign.none')} action={{ to: '/devices/requests', label: t('request.new') }}>{t('assign.noneHint')}</Empty>}
      />
      {chosen.size > 0 && (
        <div className="p-chosen" role="region" aria-label={t('assign.chosen', { count: chosen.size })}>
          <span>{t('assign.chosen', { count: chosen.size })}</span>
          <span className="p-buttons">
            <Button onClick={send} disabled={command.isPending} aria-busy={command.isPending}>
              {t(command.isPending ? 'state.saving' : 'assign.take', { count: chosen.size })}
            </Button>
            <Button variant="default" onClick={() => setChosen(new Map())} disabled={command.isPending}>
              {t('assign.none0')}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}
