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

export function devicesSearch(raw: Raw): ListSearch & { readonly mine?: boolean } {
  return { ...listSearch(raw), mine: raw.mine === true || raw.mine === 'true' ? true : undefined };
}

/** Which counter's curve is shown. */
export function deviceSearch(raw: Raw): { readonly counter?: CounterKey } {
  return { counter: COUNTERS.find((counter) => counter === raw.counter) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function ticketsSearch(raw: Raw): ListSearch & { readonly state?: 'closed' | 'all' } {
  return { ...listSearch(raw), state: raw.state === 'closed' || raw.state === 'all' ? raw.state : undefined };
}

/** What the form is opened for: a device, or for the desk the customer who calls. */
export function newTicketSearch(raw: Raw): { readonly device?: string; readonly customer?: string } {
  return {
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
