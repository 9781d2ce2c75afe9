import type { Session } from './session';

export interface NavEntry {
  readonly to: '/' | '/devices' | '/reads' | '/customers';
  readonly label: string;
  readonly icon: 'dashboard' | 'device' | 'meter' | 'customers';
  readonly key: string;
}

/** The headings the person has functions for, in the order of the menu. A heading without a page is not shown. */
export function entriesFor(session: Pick<Session, 'can' | 'isStaff'>): readonly NavEntry[] {
  const entries: NavEntry[] = [];
  if (session.can('DASHBOARD_VIEW')) entries.push({ to: '/', label: 'nav.dashboard', icon: 'dashboard', key: 'h' });
  if (session.isStaff && session.can('CUSTOMER_CARD_VIEW')) {
    entries.push({ to: '/customers', label: 'nav.customers', icon: 'customers', key: 'c' });
  }
  if (session.can('DEVICE_VIEW')) {
    entries.push({ to: '/devices', label: session.isStaff ? 'nav.devices' : 'nav.myDevices', icon: 'device', key: 'd' });
  }
  if (session.can('METER_SUBMIT')) entries.push({ to: '/reads', label: 'nav.reads', icon: 'meter', key: 'r' });
  return entries;
}
