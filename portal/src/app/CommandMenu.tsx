import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/client';
import { customersQuery, devicesQuery } from '../api/queries';
import { Icon, type IconName } from '../components/Icon';
import { entriesFor } from './navigation';
import { useSession } from './session';
import { commandMenuStore } from './shortcuts';
import './commandMenu.css';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** Finds any device, customer or action by number or words. */
export function CommandMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 150);
  const searching = settled.length > 1;
  const devices = useQuery({
    ...devicesQuery({ page: 0, size: 6, sort: 'serialNumber,asc', q: settled }),
    enabled: searching && session.can('DEVICE_VIEW'),
  });
  const customers = useQuery({
    ...customersQuery({ page: 0, size: 6, sort: 'name,asc', q: settled }),
    enabled: searching && session.isStaff && session.can('CUSTOMER_CARD_VIEW'),
  });

  const actions: readonly Entry[] = [
    ...entriesFor(session).map((entry) => ({
      id: entry.to,
      label: t(entry.label),
      icon: entry.icon,
      run: () => void router.navigate({ to: entry.to }),
    })),
    { id: 'light', label: t('command.light'), icon: 'sun' as const, run: () => setColorScheme('light') },
    { id: 'dark', label: t('command.dark'), icon: 'moon' as const, run: () => setColorScheme('dark') },
    { id: 'keys', label: t('keys.title'), icon: 'help' as const, run: onKeys },
    { id: 'sign-out', label: t('action.signOut'), icon: 'exit' as const, run: () => void signOut() },
  ].filter((action) => action.label.toLowerCase().includes(query.trim().toLowerCase()));

  const foundCustomers: readonly Entry[] = (searching ? (customers.data?.items ?? []) : []).map(({ account }) => ({
    id: account.id,
    label: account.name,
    description: `${account.customerAccountNumber} · ${account.systemAccountNumber}`,
    icon: 'customers' as const,
    run: () =>
      void router.navigate({
        to: '/customers/$systemAccountNumber',
        params: { systemAccountNumber: account.systemAccountNumber },
      }),
  }));
  const foundDevices: readonly Entry[] = (searching ? (devices.data?.items ?? []) : []).map((device) => ({
    id: device.id,
    label: device.serialNumber,
    description: [device.model, device.location?.site, device.equipmentNumber].filter(Boolean).join(' · '),
    icon: 'device' as const,
    run: () => void router.navigate({ to: '/devices/$deviceId', params: { deviceId: device.id } }),
  }));
  const nothing = actions.length + foundCustomers.length + foundDevices.length === 0;

  return (
    <Spotlight.Root
      store={commandMenuStore}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      attributes={{ content: { 'aria-label': t('command.title') } }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search placeholder={t('command.placeholder')} aria-label={t('command.open')} leftSection={<Icon name="search" />} />
      <Spotlight.ActionsList>
        <Group label={t('command.customers')} entries={foundCustomers} />
        <Group label={t('command.devices')} entries={foundDevices} />
        <Group label={t('command.actions')} entries={actions} />
        {nothing && <Spotlight.Empty>{devices.isFetching || customers.isFetching ? t('state.loading') : t('command.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Group({ label, entries }: { label: string; entries: readonly Entry[] }): ReactNode {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map((entry) => (
        <Spotlight.Action
          key={entry.id}
          label={entry.label}
          description={entry.description}
          leftSection={<Icon name={entry.icon} />}
          onClick={entry.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
