import type { QueryClient } from '@tanstack/react-query';
import type { Device, DevicePage } from '../api/types';

/** A device reports when its agent spoke with it within seven days; the platform's rule. */
const REPORTING_MILLIS = 7 * 86_400_000;

/** Exchanges a device in every list where it stands, and on its own page. */
export function patchDevice(client: QueryClient, id: string, change: (device: Device) => Device): void {
  client.setQueriesData<DevicePage>({ queryKey: ['devices'] }, (page) =>
    page?.items.some((device) => device.id === id)
      ? { ...page, items: page.items.map((device) => (device.id === id ? change(device) : device)) }
      : page,
  );
  client.setQueriesData<Device>({ queryKey: ['device', id] }, (device) => (device ? change(device) : device));
}

/** An agent that was away hands in late what it saw: only the latest contact counts. */
export function heardOf(device: Device, observedAt: unknown, now: number = Date.now()): Device {
  const at = typeof observedAt === 'string' ? Date.parse(observedAt) : NaN;
  const known = device.lastCommunication ? Date.parse(device.lastCommunication) : -Infinity;
  if (!(at > known)) return device;
  const lastCommunication = new Date(at).toISOString();
  const reporting = at > now - REPORTING_MILLIS;
  // A device that was moved, or had gone silent, is connected again by being heard.
  const monitoring = device.monitoring && { ...device.monitoring, lastCommunication, status: reporting ? ('REPORTING' as const) : device.monitoring.status };
  return { ...device, lastCommunication, reporting, monitoring };
}
