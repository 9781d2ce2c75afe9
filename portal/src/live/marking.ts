import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { askAnew } from '../api/askAnew';
import { markChanged } from './changes';

const PART: Record<string, DevicePart> = {
  SupplyLevelsReported: 'supplies',
  TonerLow: 'supplies',
  TonerReplaced: 'supplies',
  DeviceLocationChanged: 'location',
  DeviceAddedToAccount: 'account',
  DeviceRemovedFromAccount: 'account',
  DeviceAssigned: 'assignment',
  DeviceUnassigned: 'assignment',
  AutoTonerStateChanged: 'autoToner',
  AutoTonerEnabled: 'autoToner',
  AutoTonerDetailsChanged: 'autoToner',
  AutoTonerDisabled: 'autoToner',
  AutoTonerShipmentSkipped: 'autoToner',
  DeviceStateChanged: 'state',
  RemoteEligibilityChanged: 'monitoring',
  DeviceReconnectionRequired: 'monitoring',
  DeviceCommunicationLost: 'monitoring',
  DeviceCoverageChanged: 'coverage',
  MeterReadScheduled: 'due',
  MeterReadDue: 'due',
  MeterReadMissed: 'due',
  MeterScheduleEnded: 'due',
};

export type DevicePart = 'supplies' | 'location' | 'account' | 'assignment' | 'autoToner' | 'state' | 'monitoring' | 'coverage' | 'due';

/** The name under which a part of a device's page is marked. */
export function partOf(deviceId: string, part: DevicePart): string {
  return `${deviceId} ${part}`;
}

/** Marks the device where it stands in a list and, on its page, what the events were about. */
export function markDevice(id: string, types: Iterable<string>): void {
  markChanged(id);
  for (const type of types) {
    const part = PART[type];
    if (part) markChanged(partOf(id, part));
  }
}

/** Asks the matching queries again and marks the entries that were not there before. */
export async function markNewOf<Data>(client: QueryClient, queryKey: QueryKey, idsOf: (data: Data) => readonly string[]): Promise<void> {
  const before = new Map(client.getQueryCache().findAll({ queryKey }).map((query) => [query, query.state.data as Data | undefined]));
  await askAnew(client, { queryKey });
  for (const [query, old] of before) {
    const fresh = query.state.data as Data | undefined;
    if (old === undefined || fresh === undefined) continue;
    const known = new Set(idsOf(old));
    for (const id of idsOf(fresh)) if (!known.has(id)) markChanged(id);
  }
}
