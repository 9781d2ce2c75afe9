import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CustomerCard, Device, DevicePage, ReadPage, Timeline } from '../src/api/types';
import { liveUpdates } from '../src/live/applyEvent';
import { wasMarked } from '../src/live/changes';
import { heardOf, patchDevice } from '../src/live/devicePatch';
import { partOf } from '../src/live/marking';
import type { LiveEvent } from '../src/live/readLiveEvent';

/** Requests for devices that are answered by hand, in whatever order. */
const asked: { readonly id: string; readonly answer: (device: Device) => void }[] = [];

vi.mock('../src/api/queries', () => ({
  deviceQuery: (id: string) => ({
    queryKey: ['device', id],
    queryFn: () => new Promise<Device>((answer) => asked.push({ id, answer })),
  }),
}));

const device = (id: string, change: Partial<Device> = {}): Device => ({
  id,
  serialNumber: id,
  model: 'M',
  manufacturer: 'X',
  assigned: true,
  counters: ['TOTAL'],
  supplies: [],
  reporting: false,
  browsed: false,
  notes: [],
  groups: [],
  actions: [],
  lastCommunication: '2026-11-01T00:00:00Z',
  ...change,
});

const event = (change: Partial<LiveEvent>): LiveEvent => ({
  position: '2',
  type: 'SupplyLevelsReported',
  kind: 'DEVICE',
  id: 'a',
  accountId: null,
  data: {},
  occurredAt: '2026-11-22T10:00:00Z',
  ...change,
});

const page = (...devices: Device[]): DevicePage => ({ items: devices, page: 0, size: 25, total: devices.length, asOf: '', position: '1' });

function listOf(...ids: string[]): { client: QueryClient; rows: () => readonly Device[] } {
  const client = new QueryClient();
  client.setQueryData(['devices', {}], page(...ids.map((id) => device(id))));
  return { client, rows: () => client.getQueryData<DevicePage>(['devices', {}])?.items ?? [] };
}

/** Lets the events be gathered and every answer that is there be taken. */
const settle = () => vi.advanceTimersByTimeAsync(300);

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
});
afterEach(() => vi.useRealTimers());

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
  liveUpdates(client)(event({ type: 'DeviceCommunicationReceived', data: { observedAt: '2026-11-22T09:59:58Z' } }));
  expect(rows()[0]).toMatchObject({ lastCommunication: '2026-11-22T09:59:58.000Z', reporting: true });
  expect(client.isFetching()).toBe(0);
});

it.each([
  ['an older contact that came late', '2026-10-30T00:00:00Z'],
  ['a contact without its time', undefined],
])('is not set back by %s', (_, observedAt) => {
  const before = device('a');
  expect(heardOf(before, observedAt)).toBe(before);
});

it('takes a device that was moved for connected when it is heard again', () => {
  const moved = { ...device('a'), monitoring: { status: 'RECONNECT' as const, eligible: true } };
  expect(heardOf(moved, new Date().toISOString()).monitoring).toMatchObject({ status: 'REPORTING', eligible: true });
});

it('does not call a device reporting for a contact of long ago', () => {
  expect(heardOf(device('a'), '2026-11-10T00:00:00Z')).toMatchObject({ lastCommunication: '2026-11-10T00:00:00.000Z', reporting: false });
});

it('asks again when an event comes while the answer to the one before is on its way', async () => {
  const { client, rows } = listOf('a');
  const apply = liveUpdates(client);
  apply(event({}));
  await settle();
  expect(asked).toHaveLength(1);

  apply(event({ position: '3' }));
  await settle();
  asked[0]?.answer(device('a', { serialNumber: 'before' }));
  await settle();
  expect(asked).toHaveLength(2);
  asked[1]?.answer(device('a', { serialNumber: 'after' }));
  await settle();
  expect(rows()[0]?.serialNumber).toBe('after');
});

it('asks again when an event comes while the page of the device is loading', async () => {
  const client = new QueryClient();
  let answer: (device: Device) => void = () => undefined;
  const observer = new QueryObserver<Device>(client, { queryKey: ['device', 'a'], queryFn: () => new Promise<Device>((done) => (answer = done)) });
  const leave = observer.subscribe(() => undefined);
  liveUpdates(client)(event({}));
  await settle();
  answer(device('a', { serialNumber: 'before' }));
  await settle();
  asked[0]?.answer(device('a', { serialNumber: 'after' }));
  await settle();
  expect(client.getQueryData<Device>(['device', 'a'])?.serialNumber).toBe('after');
  leave();
});

it('puts the new row over a list that was asked for before the event', async () => {
  const client = new QueryClient();
  let answer: (page: DevicePage) => void = () => undefined;
  void client.fetchQuery({ queryKey: ['devices', {}], queryFn: () => new Promise<DevicePage>((done) => (answer = done)) });
  liveUpdates(client)(event({}));
  await settle();
  answer(page(device('a', { serialNumber: 'before' })));
  await settle();
  asked[0]?.answer(device('a', { serialNumber: 'after' }));
  await settle();
  expect(client.getQueryData<DevicePage>(['devices', {}])?.items[0]?.serialNumber).toBe('after');
});

it.each([
  ['SupplyLevelsReported', 'supplies', true],
  ['TonerLow', 'supplies', true],
  ['MeterReadSubmitted', 'supplies', false],
  ['DeviceLocationChanged', 'supplies', false],
  ['DeviceLocationChanged', 'location', true],
] as const)('after %s the %s of the device are marked: %s', async (type, part, marked) => {
  const id = `${type}-${part}`;
  const { client } = listOf(id);
  liveUpdates(client)(event({ id, type }));
  await settle();
  asked[0]?.answer(device(id));
  await settle();
  expect(wasMarked(id)).toBe(true);
  expect(wasMarked(partOf(id, part))).toBe(marked);
});

it('marks the new read and the new entry of the timeline of a device', async () => {
  const client = new QueryClient();
  const reads = watch<ReadPage>(client, ['reads', 'd', 100], { items: [{ readId: 'r1' }] } as ReadPage);
  const timeline = watch<Timeline>(client, ['device-timeline', 'd'], { items: [{ position: 'e1' }] } as Timeline);
  reads.next({ items: [{ readId: 'r2' }, { readId: 'r1' }] } as ReadPage);
  timeline.next({ items: [{ position: 'e2' }, { position: 'e1' }] } as Timeline);
  liveUpdates(client)(event({ id: 'd', type: 'MeterReadSubmitted' }));
  await settle();
  expect(['r1', 'r2', 'e1', 'e2'].filter(wasMarked)).toEqual(['r2', 'e2']);
});

it('marks what is new on the card of a customer', async () => {
  const client = new QueryClient();
  const card = (reads: string[], entries: string[]) =>
    ({ account: { id: 'acc' }, recentReads: reads.map((readId) => ({ readId })), timeline: entries.map((position) => ({ position })) }) as CustomerCard;
  watch(client, ['customer', '1'], card(['cr1'], ['ce1'])).next(card(['cr2', 'cr1'], ['ce2', 'ce1']));
  liveUpdates(client)(event({ id: 'elsewhere', accountId: 'acc' }));
  await settle();
  expect(['cr1', 'cr2', 'ce1', 'ce2'].filter(wasMarked)).toEqual(['cr2', 'ce2']);
});

it.each([
  [{ kind: 'ACCOUNT', type: 'AccountRegistered' }, 1],
  [{ kind: 'DEVICE', type: 'DeviceAddedToAccount' }, 1],
  [{ kind: 'DEVICE', type: 'SupplyLevelsReported' }, 0],
])('asks for the customers again after %j: %i', async (what, times) => {
  const client = new QueryClient();
  const customers = watch(client, ['customers', {}], 'old');
  customers.next('new');
  liveUpdates(client)(event({ ...what, id: 'nobody' }));
  await settle();
  expect(customers.requests()).toBe(times);
});

/** A query that is on screen with this answer; the next one is given in advance. */
function watch<Data>(client: QueryClient, queryKey: readonly unknown[], data: Data) {
  let coming = data;
  let requests = 0;
  client.setQueryData(queryKey, data);
  new QueryObserver<Data>(client, {
    queryKey,
    queryFn: () => {
      requests += 1;
      return Promise.resolve(coming);
    },
    staleTime: Infinity,
  }).subscribe(() => undefined);
  return { next: (data: Data) => (coming = data), requests: () => requests };
}
