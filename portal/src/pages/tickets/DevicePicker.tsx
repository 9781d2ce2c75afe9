import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceQuery, devicesQuery } from '../../api/queries';
import type { Device } from '../../api/types';

const SETTLE_MILLIS = 200;

function labelOf(device: Device): string {
  return [device.serialNumber, device.model, device.location?.site].filter(Boolean).join(' · ');
}

/** Finds one of the devices the person may name, by typing a part of what is known of it. */
export function DevicePicker({
  value,
  onChange,
  accountId,
  optional,
  error,
  size = 'sm',
}: {
  value: string;
  onChange: (deviceId: string) => void;
  accountId: string | undefined;
  optional: boolean;
  error: ReactNode;
  size?: 'sm' | 'md';
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...deviceQuery(value), enabled: value !== '' });
  const chosenLabel = chosen.data ? labelOf(chosen.data) : '';
  // What stands in the field because it was chosen is not searched for.
  const [text] = useDebouncedValue(typed === chosenLabel ? '' : typed, SETTLE_MILLIS);
  const devices = useQuery(devicesQuery({ page: 0, size: 30, sort: 'serialNumber,asc', q: text, accountId }));
  const choices = new Map((devices.data?.items ?? []).map((device) => [device.id, labelOf(device)]));
  if (value && chosenLabel) choices.set(value, chosenLabel);
  return (
    <Select
      label={t(optional ? 'ticketForm.deviceOptional' : 'device.device')}
      description={t('ticketForm.deviceHint')}
      placeholder={t('devices.searchHint')}
      searchable
      // An error brings the focus here, and its text is not to be covered by the list.
      openOnFocus={false}
      comboboxProps={{ withinPortal: false }}
      clearable={optional}
      clearButtonProps={{ 'aria-label': t('ticketForm.noDevice') }}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={[...choices].map(([id, label]) => ({ value: id, label }))}
      nothingFoundMessage={t(devices.isFetching ? 'state.loading' : 'devices.noneFound')}
      error={error}
      size={size}
    />
  );
}
