import { expect, it } from 'vitest';
import { exportAddress } from '../src/pages/devices/exportAddress';

it('asks for the list that is on the screen, and not for its page', () => {
  expect(exportAddress({ page: 3, size: 25, sort: 'site,desc', q: ' 2nd floor ', assigned: true, contract: 'NONE' })).toBe(
    '/api/devices/export.xlsx?sort=site%2Cdesc&q=2nd+floor&assigned=true&contract=NONE',
  );
});

it('leaves out what is not filtered by', () => {
  expect(exportAddress({ page: 0, size: 25, sort: 'serialNumber,asc', q: '' })).toBe('/api/devices/export.xlsx?sort=serialNumber%2Casc');
});
