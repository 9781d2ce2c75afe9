import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../../../api/queries';
import type { DeviceGroup } from '../../../api/types';

const SETTLE_MILLIS = 200;

/** Which devices are in a group; found by typing a part of what is known of them. */
export function GroupMembers({
  accountId,
  known,
  members,
  onChange,
}: {
  accountId: string;
  /** Those that were in it before: they keep their names, also when the search has gone on. */
  known: DeviceGroup['devices'];
  members: readonly string[];
  onChange: (members: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, SETTLE_MILLIS);
  const found = useQuery(devicesQuery({ page: 0, size: 50, sort: 'serialNumber,asc', q: text, accountId }));
  const seen = useRef(new Map(known.map(({ deviceId, serialNumber }) => [deviceId, serialNumber])));
  for (const device of found.data?.items ?? []) {
    seen.current.set(device.id, [device.serialNumber, device.location?.site].filter(Boolean).join(' · '));
  }
  const offered = new Set([...members, ...(found.data?.items ?? []).map(({ id }) => id)]);
  return (
    <MultiSelect
      label={t('nav.devices')}
      description={t('ticketForm.deviceHint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('group.clear') }}
      comboboxProps={{ withinPortal: false }}
      value={[...members]}
      onChange={onChange}
      onSearchChange={setTyped}
      maxDropdownHeight={220}
      data={[...offered].map((value) => ({ value, label: seen.current.get(value) ?? value }))}
      nothingFoundMessage={t(found.isFetching ? 'state.loading' : 'devices.noneFound')}
    />
  );
}
