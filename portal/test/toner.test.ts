import { describe, expect, it } from 'vitest';
import type { Supply } from '../src/api/types';
import { otherSuppliesOf, percentOf, standingOf, tonersOf } from '../src/lib/toner';

const supply = (change: Partial<Supply>): Supply => ({
  index: 1,
  kind: 'TONER',
  colour: 'BLACK',
  description: 'Black',
  state: 'MEASURED',
  percent: 72,
  low: false,
  ...change,
});

describe('a level is a figure', () => {
  it('when it was measured', () => expect(percentOf(supply({ percent: 0 }))).toBe(0));

  it.each([
    supply({ state: 'SOME_LEFT', percent: null }),
    supply({ state: 'UNKNOWN', percent: null }),
    supply({ state: 'UNRESTRICTED', percent: null }),
    supply({ state: 'SOME_LEFT', percent: 50 }),
    supply({ percent: null }),
    supply({ percent: 101 }),
    supply({ percent: -3 }),
    supply({ state: 'ESTIMATED', percent: null }),
    supply({ state: 'ESTIMATED', percent: 120 }),
  ])('and otherwise never: %j', (each) => expect(percentOf(each)).toBeNull());
});

describe('a level that was measured before the device fell silent', () => {
  const before = supply({ state: 'ESTIMATED', percent: 40 });

  it('keeps its figure and does not stand as measured', () => {
    expect(percentOf(before)).toBe(40);
    expect(standingOf(before)).toBe('ESTIMATED');
    expect(standingOf(supply({}))).toBe('MEASURED');
  });

  it('is unknown where the figure cannot be one', () => expect(standingOf({ ...before, percent: 120 })).toBe('UNKNOWN'));
});

it('shows toner in printing order and the rest after it', () => {
  const all = [supply({ index: 4, colour: 'YELLOW' }), supply({ index: 9, kind: 'WASTE', colour: null }), supply({ index: 1 }), supply({ index: 2, colour: 'CYAN' })];
  expect(tonersOf(all).map((each) => each.colour)).toEqual(['BLACK', 'CYAN', 'YELLOW']);
  expect(otherSuppliesOf(all).map((each) => each.index)).toEqual([9]);
});
