import type { QueryClient } from '@tanstack/react-query';
import { afterRunning, askAnew } from '../api/askAnew';
import { deviceQuery } from '../api/queries';
import type { CustomerCard, DevicePage, ReadPage, Timeline } from '../api/types';
import { heardOf, patchDevice } from './devicePatch';
import { refreshInvoices, refreshOrders, refreshTickets } from './flowUpdates';
import { markDevice, markNewOf } from './marking';
import type { LiveEvent } from './readLiveEvent';

const GATHER_MILLIS = 250;

/** Events that put a device on a list or take it off. */
const LIST_EVENTS = new Set(['DeviceRegistered', 'DeviceAddedToAccount', 'DeviceRemovedFromAccount', 'DeviceAssigned', 'DeviceUnassigned', 'DeviceReplaced']);

/** What else an event changes on the pages of devices and meter reads, by the names of their queries. */
const TOUCHES: Record<string, readonly string[]> = {
  MeterReadDue: ['due'],
  MeterReadMissed: ['due', 'investigations'],
  MeterReadSubmitted: ['due'],
  MeterScheduleEnded: ['due'],
  MeterReadCorrected: ['corrections', 'correction', 'usage-lines'],
  MeterCorrectionRequested: ['corrections', 'usage-lines'],
  MeterCorrectionRejected: ['corrections', 'correction', 'usage-lines'],
  MeterInvestigationOpened: ['investigations'],
  MeterInvestigationClosed: ['investigations'],
  MeterUploadProgressed: ['upload'],
  MeterUploadCompleted: ['upload', 'uploads', 'upload-rows'],
  MeterUploadRejected: ['uploads'],
  DeviceAssigned: ['due', 'assignees', 'colleagues'],
  DeviceUnassigned: ['due', 'assignees', 'colleagues'],
  DeviceRequested: ['device-requests'],
  DeviceRequestApproved: ['device-requests'],
  DeviceRequestRejected: ['device-requests'],
  DeviceGroupCreated: ['groups'],
  DeviceGroupChanged: ['groups'],
  DeviceGroupDeleted: ['groups'],
};

/** Events of supplies that a device's page shows. */
const AUTO_TONER_EVENTS = new Set(['AutoTonerStateChanged', 'AutoTonerEnabled', 'AutoTonerDetailsChanged', 'AutoTonerDisabled', 'AutoTonerShipmentSkipped']);

/**
 * Brings what is on screen up to date. Rows of a list are exchanged where they stand, never sorted anew: nothing may move
 * under the reader's eyes. Many events of one object within a moment lead to one query.
 */
export function liveUpdates(client: QueryClient): (event: LiveEvent) => void {
  let devices = new Map<string, Set<string>>();
  let accounts = new Set<string>();
  let tickets = new Map<string, Set<string>>();
  let orders = new Set<string>();
  let invoices = new Set<string>();
  let contracts = false;
  let devicesListed = false;
  let customersListed = false;
  let touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    for (const [id, types] of devices) void refreshDevice(client, id, types);
    for (const id of accounts) void refreshAccount(client, id);
    void refreshTickets(client, tickets);
    void refreshOrders(client, orders);
    void refreshInvoices(client, invoices);
    if (contracts) void askAnew(client, { queryKey: ['device'] });
    if (devicesListed) void askAnew(client, { queryKey: ['devices'] });
    if (customersListed) void askAnew(client, { queryKey: ['customers'] });
    for (const name of touched) void askAnew(client, { queryKey: [name] });
    void askAnew(client, { queryKey: ['dashboard'] });
    touched = new Set();
    devices = new Map();
    accounts = new Set();
    tickets = new Map();
    orders = new Set();
    invoices = new Set();
    contracts = false;
    devicesListed = false;
    customersListed = false;
  };

  return (event) => {
    if (event.kind === 'AGENT') {
      void client.invalidateQueries({ queryKey: ['agents'] });
      return;
    }
    if (event.kind === 'DEVICE') {
      if (event.type === 'DeviceCommunicationReceived') {
        // Comes with every poll of every device; the only thing it changes is this time.
        patchDevice(client, event.id, (device) => heardOf(device, event.data.observedAt));
        return;
      }
      add(devices, event.id, event.type);
      if (LIST_EVENTS.has(event.type)) devicesListed = customersListed = true;
    }
    for (const name of TOUCHES[event.type] ?? []) touched.add(name);
    if (AUTO_TONER_EVENTS.has(event.type)) add(devices, named(event, 'deviceId'), event.type);
    if (event.kind === 'TICKET') add(tickets, named(event, 'reference'), event.type);
    if (event.kind === 'ORDER') orders.add(named(event, 'orderId'));
    if (event.kind === 'INVOICE') invoices.add(named(event, 'number'));
    if (event.kind === 'CONTRACT') contracts = true;
    if (event.kind === 'USER') void client.invalidateQueries({ queryKey: ['me'] });
    if (event.kind === 'ACCOUNT') {
      accounts.add(event.id);
      customersListed = true;
    }
    if (event.accountId) accounts.add(event.accountId);
    timer ??= setTimeout(flush, GATHER_MILLIS);
  };
}

function add(types: Map<string, Set<string>>, id: string, type: string): void {
  types.set(id, (types.get(id) ?? new Set()).add(type));
}

/** The name under which the pages know the object: its own field of the event where that has one. */
function named(event: LiveEvent, field: string): string {
  const name = event.data[field];
  return typeof name === 'string' ? name : event.id;
}

async function refreshDevice(client: QueryClient, id: string, types: ReadonlySet<string>): Promise<void> {
  void markNewOf<ReadPage>(client, ['reads', id], (page) => page.items.map((read) => read.readId));
  void markNewOf<Timeline>(client, ['device-timeline', id], (timeline) => timeline.items.map((entry) => entry.position));
  const page = { queryKey: ['device', id], exact: true };
  // A list under way would put the row of before over the new one.
  await Promise.all([afterRunning(client, { queryKey: ['devices'] }), afterRunning(client, page)]);
  const listed = client
    .getQueriesData<DevicePage>({ queryKey: ['devices'] })
    .some(([, devices]) => devices?.items.some((device) => device.id === id));
  if (!listed && !client.getQueryCache().find(page)) return;
  try {
    const device = await client.fetchQuery({ ...deviceQuery(id), staleTime: 0 });
    patchDevice(client, id, (old) => ({ ...old, ...device }));
    markDevice(id, types);
  } catch {
    // Out of scope by now, or the view is away: the next visit of the page tells.
  }
}

async function refreshAccount(client: QueryClient, accountId: string): Promise<void> {
  for (const [key, card] of client.getQueriesData<CustomerCard>({ queryKey: ['customer'] })) {
    // A card that is still being asked for may be this one.
    if (card && card.account.id !== accountId) continue;
    void markNewOf<CustomerCard>(client, key, (fresh) => [
      ...fresh.timeline.map((entry) => entry.position),
      ...fresh.recentReads.map((read) => read.readId),
      ...(fresh.tickets ?? []).map((ticket) => ticket.reference),
      ...(fresh.orders ?? []).map((order) => order.orderId),
    ]);
  }
}
