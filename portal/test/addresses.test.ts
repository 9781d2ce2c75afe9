import { expect, it } from 'vitest';
import { boardSearch, deviceSearch, devicesSearch, listSearch, newTicketSearch, ordersSearch, ticketsSearch } from '../src/app/addresses';

it('reads the view out of the address of a list', () => {
  expect(listSearch({ q: 700030015, page: '3', sort: 'name,desc' })).toEqual({ q: '700030015', page: 3, sort: 'name,desc' });
  expect(devicesSearch({ mine: 'true' })).toMatchObject({ mine: true });
});

it.each([{ page: 'x' }, { page: 0 }, { page: -1 }, { page: 1.5 }, { page: 100_001 }, { sort: 'name' }, { sort: 'name,up' }])('passes over %j', (raw) => {
  expect(Object.values(listSearch(raw)).filter((value) => value !== undefined)).toEqual([]);
});

it('knows the counter whose curve is shown', () => {
  expect(deviceSearch({ counter: 'colour' })).toEqual({ counter: 'colour' });
  expect(deviceSearch({ counter: 'pages' })).toEqual({ counter: undefined });
});

it('knows which tickets and orders are shown', () => {
  expect(ticketsSearch({ state: 'closed' })).toMatchObject({ state: 'closed' });
  expect(ticketsSearch({ state: 'open' }).state).toBeUndefined();
  expect(ordersSearch({ state: 'all' })).toMatchObject({ state: 'all' });
  expect(ordersSearch({ state: 'closed' }).state).toBeUndefined();
});

it('knows the day of the board, and passes over what is none', () => {
  expect(boardSearch({ day: '2026-11-23' })).toEqual({ day: '2026-11-23' });
  for (const day of ['2026-13-01', 'tomorrow', undefined]) expect(boardSearch({ day }).day).toBeUndefined();
});

it('knows what a new ticket is about', () => {
  const device = '0190a7b2-0000-7000-8000-000000000001';
  expect(newTicketSearch({ device, customer: 700030015 })).toEqual({ device, customer: '700030015' });
  expect(newTicketSearch({ topic: 'SUPPLIES' })).toEqual({ topic: 'SUPPLIES' });
  expect(newTicketSearch({ topic: '<b>' })).toEqual({});
  expect(newTicketSearch({ device: '../x', customer: 'x' })).toEqual({ device: undefined, customer: undefined });
});
