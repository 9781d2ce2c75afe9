import type { QueryClient } from '@tanstack/react-query';
import { deviceQuery } from '../api/queries';
import type { CustomerCard, Device, DevicePage } from '../api/types';
import { markChanged } from './changes';
import type { StreamEvent } from './eventStream';

export interface LiveEvent {
  readonly position: string;
  readonly type: string;
  readonly kind: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly data: Record<string, unknown>;
  readonly occurredAt: string;
}

export function readLiveEvent(event: StreamEvent): LiveEvent | null {
  try {
    const raw = JSON.parse(event.data) as Partial<LiveEvent>;
    if (typeof raw.id !== 'string') return null;
    return {
      position: String(raw.position ?? event.id),
      type: raw.type ?? event.event,
      kind: raw.kind ?? '',
      id: raw.id,
      accountId: raw.accountId ?? null,
      data: raw.data ?? {},
      occurredAt: raw.occurredAt ?? new Date().toISOString(),
    };
  } catch {
    return null;
  }
}

const GATHER_MILLIS = 250;

/**
 * Brings what is on screen up to date. Rows of a list are exchanged where they stand, never sorted anew: nothing may move
 * under the reader's eyes. Many events of one object within a moment lead to one query.
 */
export function liveUpdates(client: QueryClient): (event: LiveEvent) => void {
  const devices = new Set<string>();
  const accounts = new Set<string>();
  let listsChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const changedDevices = [...devices];
    const changedAccounts = [...accounts];
    const newRows = listsChanged;
    devices.clear();
    accounts.clear();
    listsChanged = false;
    for (const id of changedDevices) void refreshDevice(client, id);
    for (const id of changedAccounts) void refreshAccount(client, id);
    if (newRows) void client.invalidateQueries({ queryKey: ['devices'] });
    void client.invalidateQueries({ queryKey: ['dashboard'] });
  };

  return (event) => {
    if (event.kind === 'DEVICE') {
      if (event.type === 'DeviceCommunicationReceived') {
        // Comes with every poll of every device; the only thing it changes is this time.
        patchDevice(client, event.id, (device) => ({ ...device, lastCommunication: event.occurredAt, reporting: true }));
        return;
      }
      devices.add(event.id);
      if (LIST_EVENTS.has(event.type)) listsChanged = true;
    }
    if (event.kind === 'USER') void client.invalidateQueries({ queryKey: ['me'] });
    if (event.kind === 'ACCOUNT') accounts.add(event.id);
    if (event.accountId) accounts.add(event.accountId);
    timer ??= setTimeout(flush, GATHER_MILLIS);
  };
}

const LIST_EVENTS = new Set([
  'DeviceRegistered',
  'DeviceAddedToAccount',
  'DeviceRemovedFromAccount',
  'DeviceAssigned',
  'DeviceUnassigned',
]);

async function refreshDevice(client: QueryClient, id: string): Promise<void> {
  void client.invalidateQueries({ queryKey: ['reads', id] });
  void client.invalidateQueries({ queryKey: ['device-timeline', id] });
  const listed = client
    .getQueriesData<DevicePage>({ queryKey: ['devices'] })
    .some(([, page]) => page?.items.some((device) => device.id === id));
  const opened = client.getQueryData(['device', id]) !== undefined;
  if (!listed && !opened) return;
  try {
    const device = await client.fetchQuery({ ...deviceQuery(id), staleTime: 0 });
    patchDevice(client, id, (old) => ({ ...old, ...device }));
    markChanged(id);
  } catch {
    // Out of scope by now, or the view is away: the next visit of the page tells.
  }
}

async function refreshAccount(client: QueryClient, accountId: string): Promise<void> {
  const cards = client.getQueriesData<CustomerCard>({ queryKey: ['customer'] });
  for (const [key, card] of cards) {
    if (card?.account.id === accountId) {
      const known = new Set(card.timeline.map((entry) => entry.position));
      await client.invalidateQueries({ queryKey: key });
      const fresh = client.getQueryData<CustomerCard>(key);
      for (const entry of fresh?.timeline ?? []) if (!known.has(entry.position)) markChanged(entry.position);
      for (const read of fresh?.recentReads ?? []) {
        if (!card.recentReads.some((old) => old.readId === read.readId)) markChanged(read.readId);
      }
    }
  }
}

export function patchDevice(client: QueryClient, id: string, change: (device: Device) => Device): void {
  client.setQueriesData<DevicePage>({ queryKey: ['devices'] }, (page) =>
    page?.items.some((device) => device.id === id)
      ? { ...page, items: page.items.map((device) => (device.id === id ? change(device) : device)) }
      : page,
  );
  client.setQueriesData<Device>({ queryKey: ['device', id] }, (device) => (device ? change(device) : device));
}

