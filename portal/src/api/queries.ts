import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type { AddComment, Dispatch, Language, OpenTicket, OrderToner, SetPriority, SubmitRead } from './types';

export interface DeviceFilter {
  readonly page: number;
  readonly size: number;
  readonly sort: string;
  readonly q: string;
  readonly accountId?: string;
  readonly assigned?: boolean;
}

export interface CustomerFilter {
  readonly page: number;
  readonly size: number;
  readonly sort: string;
  readonly q: string;
}

export interface TicketFilter {
  readonly state: 'open' | 'closed' | 'all';
  readonly page: number;
  readonly size: number;
  readonly sort?: string;
  readonly q: string;
}

export interface OrderFilter {
  readonly state: 'open' | 'all';
  readonly page: number;
  readonly size: number;
  readonly sort?: string;
  readonly q: string;
}

export interface InvoiceFilter {
  readonly page: number;
  readonly size: number;
  readonly sort?: string;
}

const filled = (text: string) => (text.trim() === '' ? undefined : text.trim());

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

export const dashboardQuery = (accountId?: string) =>
  queryOptions({
    queryKey: ['dashboard', accountId ?? null],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/dashboard', { params: { query: { accountId } }, signal })),
  });

export const devicesQuery = (filter: DeviceFilter) =>
  queryOptions({
    queryKey: ['devices', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/devices', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['device', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/devices/{id}', { params: { path: { id } }, signal })),
  });

export const readsQuery = (id: string, size = 100) =>
  queryOptions({
    queryKey: ['reads', id, size],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/devices/{id}/reads', { params: { path: { id }, query: { size } }, signal })),
  });

export const deviceTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['device-timeline', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/devices/{id}/timeline', { params: { path: { id }, query: { size: 50 } }, signal })),
  });

export const agentsQuery = (filter: CustomerFilter) =>
  queryOptions({
    queryKey: ['agents', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/agents', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
    // "silent" is said by the platform's clock, and no event tells that an hour has gone by
    refetchInterval: 60_000,
  });

export const customersQuery = (filter: CustomerFilter) =>
  queryOptions({
    queryKey: ['customers', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/customers', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (systemAccountNumber: string) =>
  queryOptions({
    queryKey: ['customer', systemAccountNumber],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/customers/{systemAccountNumber}', { params: { path: { systemAccountNumber } }, signal })),
  });

export const ticketsQuery = (filter: TicketFilter) =>
  queryOptions({
    queryKey: ['tickets', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/tickets', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const ticketQuery = (reference: string) =>
  queryOptions({
    queryKey: ['ticket', reference],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/tickets/{reference}', { params: { path: { reference } }, signal })),
  });

export const boardQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['board', from, until],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/board', { params: { query: { from, until } }, signal })),
    placeholderData: keepPreviousData,
  });

export const worklistQuery = queryOptions({
  queryKey: ['worklist'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/worklist', { signal })),
});

export const staffQuery = (role: 'SERVICE_ENGINEER' | 'CONTACT_CENTRE') =>
  queryOptions({
    queryKey: ['staff', role],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/staff', { params: { query: { role } }, signal })),
    staleTime: 5 * 60_000,
  });

export const ordersQuery = (filter: OrderFilter) =>
  queryOptions({
    queryKey: ['orders', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/orders', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const invoicesQuery = (filter: InvoiceFilter) =>
  queryOptions({
    queryKey: ['invoices', filter],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/invoices', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const invoiceQuery = (number: string) =>
  queryOptions({
    queryKey: ['invoice', number],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/invoices/{number}', { params: { path: { number } }, signal })),
  });

const keyed = (key: string) => ({ 'Idempotency-Key': key });
const ofTicket = (reference: string, key: string) => ({ path: { reference }, header: keyed(key) });

export const openTicket = (body: OpenTicket, key: string) =>
  bodyOf(api.POST('/api/tickets', { params: { header: keyed(key) }, body }));

export const setPriority = (reference: string, body: SetPriority, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/priority', { params: ofTicket(reference, key), body }));

export const assign = (reference: string, specialistId: string, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/assignment', { params: ofTicket(reference, key), body: { specialistId } }));

export const dispatch = (reference: string, body: Dispatch, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/dispatch', { params: ofTicket(reference, key), body }));

export const setOut = (reference: string, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/en-route', { params: ofTicket(reference, key), body: {} }));

export const arrive = (reference: string, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/arrival', { params: ofTicket(reference, key), body: {} }));

export const resolve = (reference: string, resolution: string, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/resolution', { params: ofTicket(reference, key), body: { resolution } }));

export const close = (reference: string, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/closure', { params: ofTicket(reference, key), body: {} }));

export const comment = (reference: string, body: AddComment, key: string) =>
  bodyOf(api.POST('/api/tickets/{reference}/comments', { params: ofTicket(reference, key), body }));

export const submitRead = (id: string, body: SubmitRead, key: string) =>
  bodyOf(api.POST('/api/devices/{id}/reads', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }));

export const orderToner = (deviceId: string, body: OrderToner, key: string) =>
  bodyOf(api.POST('/api/devices/{deviceId}/toner-orders', { params: { path: { deviceId }, header: { 'Idempotency-Key': key } }, body }));

export const changeLanguage = (language: Language, key: string) =>
  bodyOf(api.PUT('/api/me/language', { params: { header: { 'Idempotency-Key': key } }, body: { language } }));
