import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { customersQuery, devicesQuery, ordersQuery, ticketsQuery } from '../api/queries';
import type { IconName } from '../components/Icon';
import { isSearched, searchState, type SearchState } from './commandSearch';
import { entriesFor } from './navigation';
import { useSession } from './session';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: IconName;
  /** Whether it leads elsewhere, so that the focus belongs there afterwards. */
  readonly leaves: boolean;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

const SETTLE_MILLIS = 150;

/** Devices, customers, tickets, orders and actions for what is typed: of a search only what was found for this very text. */
export function useCommands(text: string, { onKeys, onSignOut }: { onKeys: () => void; onSignOut: () => void }): { groups: readonly CommandGroup[]; state: SearchState } {
  const { t } = useTranslation();
  const session = useSession();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const typed = text.trim();
  const [settled] = useDebouncedValue(typed, SETTLE_MILLIS);
  const searchesDevices = session.can('DEVICE_VIEW');
  const searchesCustomers = session.isStaff && session.can('CUSTOMER_CARD_VIEW');
  const pages = new Set(entriesFor(session).map((entry) => entry.to));
  const searchesTickets = pages.has('/tickets');
  const searchesOrders = pages.has('/orders');
  const devices = useQuery({
    ...devicesQuery({ page: 0, size: 6, sort: 'serialNumber,asc', q: settled }),
    placeholderData: undefined,
    enabled: isSearched(settled) && searchesDevices,
  });
  const customers = useQuery({
    ...customersQuery({ page: 0, size: 6, sort: 'name,asc', q: settled }),
    placeholderData: undefined,
    enabled: isSearched(settled) && searchesCustomers,
  });
  const tickets = useQuery({
    ...ticketsQuery({ state: 'all', page: 0, size: 6, q: settled }),
    placeholderData: undefined,
    enabled: isSearched(settled) && searchesTickets,
  });
  const orders = useQuery({
    ...ordersQuery({ state: 'all', page: 0, size: 6, q: settled }),
    placeholderData: undefined,
    enabled: isSearched(settled) && searchesOrders,
  });
  const state = searchState(typed, settled, [
    ...(searchesDevices ? [devices] : []),
    ...(searchesCustomers ? [customers] : []),
    ...(searchesTickets ? [tickets] : []),
    ...(searchesOrders ? [orders] : []),
  ]);
  const isFor = isSearched(typed) && typed === settled;

  const foundCustomers = (isFor ? (customers.data?.items ?? []) : []).map(({ account }) => ({
    id: `customer-${account.id}`,
    label: account.name,
    description: `${account.customerAccountNumber} · ${account.systemAccountNumber}`,
    icon: 'customers' as const,
    leaves: true,
    run: () => void router.navigate({ to: '/customers/$systemAccountNumber', params: { systemAccountNumber: account.systemAccountNumber } }),
  }));
  const foundDevices = (isFor ? (devices.data?.items ?? []) : []).map((device) => ({
    id: `device-${device.id}`,
    label: device.serialNumber,
    description: [device.model, device.location?.site, device.equipmentNumber].filter(Boolean).join(' · '),
    icon: 'device' as const,
    leaves: true,
    run: () => void router.navigate({ to: '/devices/$deviceId', params: { deviceId: device.id } }),
  }));
  const foundTickets = (isFor ? (tickets.data?.items ?? []) : []).map((ticket) => ({
    id: `ticket-${ticket.reference}`,
    label: `${ticket.reference} · ${ticket.subject}`,
    description: [t(`ticketState.${ticket.state}`), ticket.accountName].join(' · '),
    icon: 'ticket' as const,
    leaves: true,
    run: () => void router.navigate({ to: '/tickets/$reference', params: { reference: ticket.reference } }),
  }));
  const foundOrders = (isFor ? (orders.data?.items ?? []) : []).map((order) => ({
    id: `order-${order.orderId}`,
    label: order.orderNumber,
    description: [t(`orderState.${order.state}`), t(`supply.TONER_${order.colour}`), order.serialNumber].join(' · '),
    icon: 'order' as const,
    leaves: true,
    run: () => void router.navigate({ to: '/orders', search: { q: order.orderNumber, state: 'all' } }),
  }));
  const actions = [
    ...entriesFor(session).map((entry) => ({
      id: entry.label,
      label: t(entry.label),
      icon: entry.icon,
      leaves: true,
      run: () => void router.navigate({ to: entry.to }),
    })),
    { id: 'light', label: t('command.light'), icon: 'sun' as const, leaves: false, run: () => setColorScheme('light') },
    { id: 'dark', label: t('command.dark'), icon: 'moon' as const, leaves: false, run: () => setColorScheme('dark') },
    { id: 'keys', label: t('keys.title'), icon: 'help' as const, leaves: true, run: onKeys },
    { id: 'sign-out', label: t('action.signOut'), icon: 'exit' as const, leaves: false, run: onSignOut },
  ].filter((action) => action.label.toLowerCase().includes(typed.toLowerCase()));

  const groups = [
    { label: t('command.customers'), commands: foundCustomers },
    { label: t('command.tickets'), commands: foundTickets },
    { label: t('command.devices'), commands: foundDevices },
    { label: t('command.orders'), commands: foundOrders },
    { label: t('command.actions'), commands: actions },
  ].filter(({ commands }) => commands.length > 0);
  return { groups, state };
}
