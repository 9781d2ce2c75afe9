import { COUNTERS, type CounterKey } from '../lib/counters';

type Raw = Record<string, unknown>;

/** The search part of a list's address: the view can be sent to a colleague or found again by going back. */
export interface ListSearch {
  readonly q?: string;
  readonly page?: number;
  readonly sort?: string;
}

/** Beyond it the platform refuses to count. */
const LAST_PAGE = 100_000;

export function listSearch(raw: Raw): ListSearch {
  const page = Number(raw.page);
  return {
    q: raw.q === undefined || raw.q === '' ? undefined : String(raw.q),
    page: Number.isInteger(page) && page > 0 && page <= LAST_PAGE ? page : undefined,
    sort: typeof raw.sort === 'string' && /^\w+,(asc|desc)$/.test(raw.sort) ? raw.sort : undefined,
  };
}

const CONTRACT = ['ACTIVE', 'NONE'] as const;
const MONITORING = ['NOT_MONITORED', 'REPORTING', 'SILENT', 'RECONNECT'] as const;

export interface DevicesSearch extends ListSearch {
  readonly mine?: boolean;
  readonly group?: string;
  readonly contract?: (typeof CONTRACT)[number];
  readonly monitoring?: (typeof MONITORING)[number];
}

export function devicesSearch(raw: Raw): DevicesSearch {
  return {
    ...assignSearch(raw),
    mine: raw.mine === true || raw.mine === 'true' ? true : undefined,
    contract: CONTRACT.find((each) => each === raw.contract),
    monitoring: MONITORING.find((each) => each === raw.monitoring),
  };
}

export function assignSearch(raw: Raw): ListSearch & { readonly group?: string } {
  return { ...listSearch(raw), group: UUID.test(String(raw.group)) ? String(raw.group) : undefined };
}

/** Which counter's curve is shown. */
export function deviceSearch(raw: Raw): { readonly counter?: CounterKey } {
  return { counter: COUNTERS.find((counter) => counter === raw.counter) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function ticketsSearch(raw: Raw): ListSearch & { readonly state?: 'closed' | 'all' } {
  return { ...listSearch(raw), state: raw.state === 'closed' || raw.state === 'all' ? raw.state : undefined };
}

/** A topic is checked where topics are known: the start of the portal needs none of them. */
const TOPIC = /^[A-Z_]{1,40}$/;

/** What the form is opened for: a device, a matter, or for the desk the customer who calls. */
export function newTicketSearch(raw: Raw): { readonly device?: string; readonly customer?: string; readonly topic?: string } {
  return {
    topic: TOPIC.test(String(raw.topic ?? '')) ? String(raw.topic) : undefined,
    device: UUID.test(String(raw.device)) ? String(raw.device) : undefined,
    customer: /^\d{1,20}$/.test(String(raw.customer)) ? String(raw.customer) : undefined,
  };
}

export function ordersSearch(raw: Raw): ListSearch & { readonly state?: 'all' } {
  return { ...listSearch(raw), state: raw.state === 'all' ? 'all' : undefined };
}

/** The day on the board; without one it is today. */
export function boardSearch(raw: Raw): { readonly day?: string } {
  const day = String(raw.day);
  return { day: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined };
}

/** Things that somebody has to decide; without a state the page shows what waits for the person. */
export function decidedSearch(raw: Raw): ListSearch & { readonly state?: 'OPEN' | 'ALL' } {
  return { ...listSearch(raw), state: raw.state === 'OPEN' || raw.state === 'ALL' ? raw.state : undefined };
}
