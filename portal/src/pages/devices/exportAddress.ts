import type { DeviceFilter } from '../../api/queries';

/** The spreadsheet of the list that is filtered for, whole and in its order. */
export function exportAddress({ sort, q, accountId, assigned, group, contract, monitoring }: DeviceFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ sort, q: q.trim(), accountId, assigned, group, contract, monitoring })) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return `/api/devices/export.xlsx?${query.toString()}`;
}
