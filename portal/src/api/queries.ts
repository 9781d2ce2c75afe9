import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type { Language, SubmitRead } from './types';

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

export const submitRead = (id: string, body: SubmitRead, key: string) =>
  bodyOf(api.POST('/api/devices/{id}/reads', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }));

export const changeLanguage = (language: Language, key: string) =>
  bodyOf(api.PUT('/api/me/language', { params: { header: { 'Idempotency-Key': key } }, body: { language } }));
