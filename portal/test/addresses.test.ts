import { expect, it } from 'vitest';
import { deviceSearch, devicesSearch, listSearch } from '../src/app/addresses';

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
