import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type {
  AddComment,
  AssignDevices,
  CloseInvestigation,
  Dispatch,
  Language,
  OpenInvestigation,
  OpenTicket,
  OrderToner,
  Placement,
  ReplaceDevice,
  RequestCorrection,
  RequestDevice,
  ResetCounter,
  SetPriority,
  SubmitRead,
  TakeDevices,
} from './types';

export interface DeviceFilter {
  readonly page: number;
  readonly size: number;
  readonly sort: string;
  readonly q: string;
  readonly accountId?: string;
  readonly assigned?: boolean;
  readonly group?: string;
  readonly contract?: 'ACTIVE' | 'NONE';
  readonly monitoring?: 'NOT_MONITORED' | 'REPORTING' | 'SILENT' | 'RECONNECT';
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

export interface DueFilter {
  readonly page: number;
  readonly size: number;
  readonly serialNumber: string;
}

export interface DecidedFilter {
  readonly page: number;
  readonly size: number;
  readonly q: string;
  readonly state?: 'OPEN';
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

export const dueQuery = (filter: DueFilter) =>
  queryOptions({
    queryKey: ['due', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/meters/due', { params: { query: { ...filter, serialNumber: filled(filter.serialNumber) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const uploadsQuery = queryOptions({
  queryKey: ['uploads'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/meter-uploads', { signal })),
});

const WATCH_MILLIS = 700;

/** Asked again and again while the rows are worked off. */
export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: ['upload', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/meter-uploads/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? WATCH_MILLIS : false),
  });

export const uploadRowsQuery = (id: string, filter: { readonly page: number; readonly size: number }) =>
  queryOptions({
    queryKey: ['upload-rows', id, filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/meter-uploads/{id}/rows', { params: { path: { id }, query: { ...filter, state: ['ERROR', 'WARNING'] } }, signal })),
    placeholderData: keepPreviousData,
  });

export const correctionsQuery = (filter: DecidedFilter) =>
  queryOptions({
    queryKey: ['corrections', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/corrections', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const correctionQuery = (number: string) =>
  queryOptions({
    queryKey: ['correction', number],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/corrections/{number}', { params: { path: { number } }, signal })),
  });

export const usageLinesQuery = (id: string) =>
  queryOptions({
    queryKey: ['usage-lines', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/devices/{id}/usage-lines', { params: { path: { id } }, signal })),
  });

export const investigationsQuery = (filter: DecidedFilter) =>
  queryOptions({
    queryKey: ['investigations', filter],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/investigations', { params: { query: { ...filter, q: filled(filter.q) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const groupsQuery = (accountId?: string) =>
  queryOptions({
    queryKey: ['groups', accountId ?? null],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/device-groups', { params: { query: { accountId } }, signal })),
  });

export const deviceRequestsQuery = (filter: { readonly page: number; readonly size: number; readonly state?: 'OPEN' }) =>
  queryOptions({
    queryKey: ['device-requests', filter],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/device-requests', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

export const colleaguesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['colleagues', accountId],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/colleagues', { params: { query: { accountId } }, signal })),
  });

export const assigneesQuery = (id: string) =>
  queryOptions({
    queryKey: ['assignees', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/devices/{id}/assignees', { params: { path: { id } }, signal })),
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

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file goes as it is: it may be large, and nothing of it is read here. */
export const uploadReads = (file: File, key: string) =>
  bodyOf(
    api.POST('/api/meter-uploads', {
      params: { header: keyed(key), query: { fileName: file.name } },
      headers: { 'Content-Type': XLSX },
      body: file as never,
      bodySerializer: (body) => body as never,
    }),
  );

export const confirmUpload = (id: string, body: { rows?: number[]; all?: boolean }, key: string) =>
  bodyOf(api.POST('/api/meter-uploads/{id}/confirm', { params: { path: { id }, header: keyed(key) }, body }));

export const requestCorrection = (id: string, body: RequestCorrection, key: string) =>
  bodyOf(api.POST('/api/devices/{id}/corrections', { params: { path: { id }, header: keyed(key) }, body }));

export const decideCorrection = (number: string, decision: 'approval' | 'rejection', body: { reason: string }, key: string) =>
  decision === 'approval'
    ? bodyOf(api.POST('/api/corrections/{number}/approval', { params: { path: { number }, header: keyed(key) }, body }))
    : bodyOf(api.POST('/api/corrections/{number}/rejection', { params: { path: { number }, header: keyed(key) }, body }));

export const openInvestigation = (id: string, body: OpenInvestigation, key: string) =>
  bodyOf(api.POST('/api/devices/{id}/investigations', { params: { path: { id }, header: keyed(key) }, body }));

export const closeInvestigation = (number: string, body: CloseInvestigation, key: string) =>
  bodyOf(api.POST('/api/investigations/{number}/closure', { params: { path: { number }, header: keyed(key) }, body }));

export const resetCounter = (id: string, body: ResetCounter, key: string) =>
  bodyOf(api.POST('/api/devices/{id}/counter-resets', { params: { path: { id }, header: keyed(key) }, body }));

export const changeNote = (id: string, note: 1 | 2, text: string, key: string) =>
  bodyOf(api.PUT('/api/devices/{deviceId}/notes/{note}', { params: { path: { deviceId: id, note }, header: keyed(key) }, body: { text } }));

export const takeDevices = (body: TakeDevices, key: string) => bodyOf(api.POST('/api/my-devices', { params: { header: keyed(key) }, body }));

export const giveBackDevice = (deviceId: string, key: string) =>
  bodyOf(api.DELETE('/api/my-devices/{deviceId}', { params: { path: { deviceId }, header: keyed(key) } }));

export const assignOthers = (body: AssignDevices, key: string) => bodyOf(api.POST('/api/assignments', { params: { header: keyed(key) }, body }));

export const withdrawOthers = (body: AssignDevices, key: string) =>
  bodyOf(api.POST('/api/assignments/withdrawals', { params: { header: keyed(key) }, body }));

export const validateSerial = (body: { accountId: string; serialNumber: string }, key: string) =>
  bodyOf(api.POST('/api/device-requests/validation', { params: { header: keyed(key) }, body }));

export const requestDevice = (body: RequestDevice, key: string) => bodyOf(api.POST('/api/device-requests', { params: { header: keyed(key) }, body }));

export const decideDeviceRequest = (number: string, decision: 'approval' | 'rejection', reason: string, key: string) =>
  decision === 'approval'
    ? bodyOf(api.POST('/api/device-requests/{number}/approval', { params: { path: { number }, header: keyed(key) }, body: { reason: reason || undefined } }))
    : bodyOf(api.POST('/api/device-requests/{number}/rejection', { params: { path: { number }, header: keyed(key) }, body: { reason } }));

export const createGroup = (body: { accountId: string; name: string; deviceIds: string[] }, key: string) =>
  bodyOf(api.POST('/api/device-groups', { params: { header: keyed(key) }, body }));

export const changeGroup = (id: string, body: { name: string; deviceIds: string[] }, key: string) =>
  bodyOf(api.PUT('/api/device-groups/{groupId}', { params: { path: { groupId: id }, header: keyed(key) }, body }));

export const deleteGroup = (id: string, key: string) =>
  bodyOf(api.DELETE('/api/device-groups/{groupId}', { params: { path: { groupId: id }, header: keyed(key) } }));

export const moveDevice = (id: string, body: Placement, key: string) =>
  bodyOf(api.PUT('/api/devices/{deviceId}/location', { params: { path: { deviceId: id }, header: keyed(key) }, body }));

export const removeDevice = (id: string, reason: string, key: string) =>
  bodyOf(api.POST('/api/devices/{deviceId}/removal', { params: { path: { deviceId: id }, header: keyed(key) }, body: { reason } }));

export const replaceDevice = (id: string, body: ReplaceDevice, key: string) =>
  bodyOf(api.POST('/api/devices/{deviceId}/replacement', { params: { path: { deviceId: id }, header: keyed(key) }, body }));
