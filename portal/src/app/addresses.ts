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
