import { expect, it } from 'vitest';
import type { Customer } from '../src/api/types';
import { singleHit } from '../src/pages/customers/singleHit';

const customer = (name: string) => ({ account: { name } }) as Customer;
const answer = (...names: string[]) => ({ data: { items: names.map(customer) }, isPlaceholderData: false, error: null });

it('opens the one customer found for what was typed', () => {
  expect(singleHit('7000', '7000', answer('A'))).toEqual(customer('A'));
});

it('opens none when several were found, or none', () => {
  expect(singleHit('7000', '7000', answer('A', 'B'))).toBeNull();
  expect(singleHit('7000', '7000', answer())).toBeNull();
});

it('never opens the hit of an earlier text', () => {
  expect(singleHit('7000', '70', answer('Old'))).toBe('not yet');
  expect(singleHit('7000', '7000', { ...answer('Old'), isPlaceholderData: true })).toBe('not yet');
});

it('gives up when the search fails', () => {
  expect(singleHit('7000', '7000', { data: undefined, isPlaceholderData: false, error: new Error('x') })).toBeNull();
});
