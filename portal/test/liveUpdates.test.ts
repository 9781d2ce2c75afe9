import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Device, DevicePage } from '../src/api/types';
import { liveUpdates, patchDevice } from '../src/live/applyEvent';

const device = (id: string): Device => ({
  id,
  serialNumber: id,
  model: 'M',
  manufacturer: 'X',
  assigned: true,
  counters: ['TOTAL'],
  supplies: [],
  reporting: false,
  lastCommunication: '2026-11-01T00:00:00Z',
});

function listOf(...ids: string[]): { client: QueryClient; rows: () => readonly Device[] } {
  const client = new QueryClient();
  const page: DevicePage = { items: ids.map(device), page: 0, size: 25, total: ids.length, asOf: '', position: '1' };
  client.setQueryData(['devices', {}], page);
  return { client, rows: () => client.getQueryData<DevicePage>(['devices', {}])?.items ?? [] };
}

it('exchanges a row where it stands', () => {
  const { client, rows } = listOf('a', 'b', 'c');
  patchDevice(client, 'b', (old) => ({ ...old, serialNumber: 'zzz' }));
  expect(rows().map((row) => row.serialNumber)).toEqual(['a', 'zzz', 'c']);
});

it('leaves a list that does not hold the device untouched', () => {
  const { client, rows } = listOf('a');
  const before = rows();
  patchDevice(client, 'x', (old) => ({ ...old, serialNumber: 'zzz' }));
  expect(rows()).toBe(before);
});

it('notes the contact of a device without asking the platform again', () => {
  const { client, rows } = listOf('a');
  liveUpdates(client)({ position: '2', type: 'DeviceCommunicationReceived', kind: 'DEVICE', id: 'a', accountId: null, data: {}, occurredAt: '2026-11-22T10:00:00Z' });
  expect(rows()[0]).toMatchObject({ lastCommunication: '2026-11-22T10:00:00Z', reporting: true });
  expect(client.isFetching()).toBe(0);
});
