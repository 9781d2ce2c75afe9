import type { Session } from './session';

export interface NavEntry {
  readonly to: '/' | '/devices' | '/devices/mine' | '/reads' | '/reads/investigations' | '/reads/corrections' | '/customers' | '/tickets' | '/board' | '/visits' | '/orders' | '/invoices' | '/agents' | '/support';
  /** Where the heading's pages begin, if it opens one of them. */
  readonly under?: string;
  readonly label: string;
  readonly icon: 'dashboard' | 'device' | 'meter' | 'customers' | 'ticket' | 'board' | 'visit' | 'order' | 'invoice' | 'agent' | 'help';
  readonly key: string;
}

const agents: NavEntry = { to: '/agents', label: 'nav.agents', icon: 'agent', key: 'a' };

type Who = Pick<Session, 'can' | 'isStaff'>;

/** The headings the person has functions for, in the order of the menu. A heading without a page is not shown. */
export function entriesFor(session: Who): readonly NavEntry[] {
  return session.isStaff ? staffEntries(session) : customerEntries(session);
}

function customerEntries({ can }: Who): readonly NavEntry[] {
  const entries: NavEntry[] = [];
  if (can('DASHBOARD_VIEW')) entries.push({ to: '/', label: 'nav.dashboard', icon: 'dashboard', key: 'h' });
  if (can('DEVICE_VIEW')) entries.push({ to: '/devices/mine', under: '/devices', label: 'nav.devices', icon: 'device', key: 'd' });
  if (can('DEVICE_ASSIGN_OTHERS')) entries.push(agents);
  if (can('METER_SUBMIT')) entries.push({ to: '/reads', label: 'nav.reads', icon: 'meter', key: 'r' });
  if (can('ORDER_VIEW')) entries.push({ to: '/orders', label: 'nav.orders', icon: 'order', key: 'o' });
  if (can('TICKET_USE')) entries.push({ to: '/tickets', label: 'nav.service', icon: 'ticket', key: 't' });
  if (can('INVOICE_VIEW')) entries.push({ to: '/invoices', label: 'nav.invoices', icon: 'invoice', key: 'i' });
  if (can('TICKET_USE') || can('METER_CORRECT')) entries.push({ to: '/support', label: 'nav.support', icon: 'help', key: 's' });
  return entries;
}

/** The first one is where the person's work waits. */
function staffEntries({ can }: Who): readonly NavEntry[] {
  const entries: NavEntry[] = [];
  const invoices: NavEntry = { to: '/invoices', label: 'nav.invoices', icon: 'invoice', key: 'i' };
  if (can('DASHBOARD_VIEW')) entries.push({ to: '/', label: 'nav.dashboard', icon: 'dashboard', key: 'h' });
  if (can('DISPATCH')) entries.push({ to: '/board', label: 'nav.board', icon: 'board', key: 'p' });
  if (can('FIELD_WORK')) entries.push({ to: '/visits', label: 'nav.visits', icon: 'visit', key: 'v' });
  if (can('INVOICE_DESK')) entries.push(invoices);
  if (can('TICKET_HISTORY') || can('TICKET_DESK')) entries.push({ to: '/tickets', label: 'nav.tickets', icon: 'ticket', key: 't' });
  if (can('CUSTOMER_CARD_VIEW')) entries.push({ to: '/customers', label: 'nav.customers', icon: 'customers', key: 'c' });
  if (can('DEVICE_VIEW')) entries.push({ to: '/devices', label: 'nav.devices', icon: 'device', key: 'd' });
  if (can('DEVICE_REMOVE')) entries.push(agents);
  if (can('METER_DECIDE')) entries.push({ to: '/reads/corrections', under: '/reads', label: 'nav.reads', icon: 'meter', key: 'r' });
  else if (can('METER_PHONE')) entries.push({ to: '/reads/investigations', under: '/reads', label: 'nav.reads', icon: 'meter', key: 'r' });
  if (can('ORDER_DESK')) entries.push({ to: '/orders', label: 'nav.orders', icon: 'order', key: 'o' });
  if (can('PAYMENT_HISTORY') && !can('INVOICE_DESK')) entries.push(invoices);
  return entries;
}
