import { expect, it } from 'vitest';
import { entriesFor } from '../src/app/navigation';

const entries = (isStaff: boolean, ...functions: string[]) =>
  entriesFor({ isStaff, can: (name) => functions.includes(name) }).map((entry) => entry.to);

it('shows a device manager his dashboard, devices and reads', () => {
  expect(entries(false, 'DASHBOARD_VIEW', 'DEVICE_VIEW', 'METER_SUBMIT')).toEqual(['/', '/devices', '/reads']);
});

it('shows a stock manager no meter reads', () => {
  expect(entries(false, 'DASHBOARD_VIEW', 'DEVICE_VIEW')).toEqual(['/', '/devices']);
});

it('shows the desk its customers first', () => {
  expect(entries(true, 'CUSTOMER_CARD_VIEW', 'DEVICE_VIEW', 'METER_VIEW')).toEqual(['/customers', '/devices']);
});

it('shows a knowledge user no page that does not exist', () => {
  expect(entries(false, 'SELF_PROFILE', 'KNOWLEDGE_VIEW')).toEqual([]);
});
