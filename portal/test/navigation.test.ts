import { expect, it } from 'vitest';
import { entriesFor } from '../src/app/navigation';

const entries = (isStaff: boolean, ...functions: string[]) =>
  entriesFor({ isStaff, can: (name) => functions.includes(name) }).map((entry) => entry.to);

it('shows a device manager his dashboard, devices and reads', () => {
  expect(entries(false, 'DASHBOARD_VIEW', 'DEVICE_VIEW', 'METER_SUBMIT')).toEqual(['/', '/devices/mine', '/reads']);
});

it('shows a stock manager no meter reads', () => {
  expect(entries(false, 'DASHBOARD_VIEW', 'DEVICE_VIEW')).toEqual(['/', '/devices/mine']);
});

it('shows the desk its customers first', () => {
  expect(entries(true, 'CUSTOMER_CARD_VIEW', 'DEVICE_VIEW', 'METER_VIEW')).toEqual(['/customers', '/devices']);
});

it('shows a customer what he has functions for, in the order of the menu', () => {
  expect(entries(false, 'DASHBOARD_VIEW', 'DEVICE_VIEW', 'METER_SUBMIT', 'ORDER_VIEW', 'TICKET_USE', 'INVOICE_VIEW')).toEqual(['/', '/devices/mine', '/reads', '/orders', '/tickets', '/invoices', '/support']);
});

it.each([
  ['the contact centre its queue', ['TICKET_HISTORY', 'TICKET_DESK', 'CUSTOMER_CARD_VIEW', 'DEVICE_VIEW', 'ORDER_DESK', 'PAYMENT_HISTORY'], ['/tickets', '/customers', '/devices', '/orders', '/invoices']],
  ['the planner his board', ['TICKET_HISTORY', 'DISPATCH', 'CUSTOMER_CARD_VIEW', 'DEVICE_VIEW'], ['/board', '/tickets', '/customers', '/devices']],
  ['the engineer his visits', ['TICKET_HISTORY', 'FIELD_WORK'], ['/visits', '/tickets']],
  ['the billing clerk the invoices', ['INVOICE_DESK', 'PAYMENT_HISTORY', 'CUSTOMER_CARD_VIEW', 'METER_PHONE', 'METER_DECIDE'], ['/invoices', '/customers', '/reads/corrections']],
] as const)('shows %s first', (_, functions, pages) => expect(entries(true, ...functions)).toEqual(pages));

it('shows agents to whoever answers for the machines of an account', () => {
  expect(entries(false, 'DEVICE_VIEW', 'DEVICE_ASSIGN_OTHERS')).toEqual(['/devices/mine', '/agents']);
  expect(entries(true, 'DEVICE_VIEW', 'DEVICE_REMOVE')).toEqual(['/devices', '/agents']);
  expect(entries(true, 'DEVICE_VIEW')).toEqual(['/devices']);
});

it('shows account support to whoever can start something there', () => {
  expect(entries(false, 'TICKET_USE')).toEqual(['/tickets', '/support']);
  expect(entries(false, 'METER_CORRECT')).toEqual(['/support']);
  expect(entries(true, 'TICKET_USE', 'METER_CORRECT')).toEqual([]);
});

it('gives every page of the menu a key of its own', () => {
  const keys = [false, true].map((isStaff) => entriesFor({ isStaff, can: () => true }).map(({ key }) => key));
  for (const each of keys) expect(new Set(each).size).toBe(each.length);
});

it('shows a knowledge user no page that does not exist', () => {
  expect(entries(false, 'SELF_PROFILE', 'KNOWLEDGE_VIEW')).toEqual([]);
});
