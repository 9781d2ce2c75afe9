import { describe, expect, it } from 'vitest';
import type { Supply } from '../src/api/types';
import { measuredPercent, otherSuppliesOf, tonersOf } from '../src/lib/toner';

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
  it('when it was measured', () => expect(measuredPercent(supply({ percent: 0 }))).toBe(0));

  it.each([
    supply({ state: 'SOME_LEFT', percent: null }),
    supply({ state: 'UNKNOWN', percent: null }),
    supply({ state: 'UNRESTRICTED', percent: null }),
    supply({ state: 'SOME_LEFT', percent: 50 }),
    supply({ percent: null }),
    supply({ percent: 101 }),
    supply({ percent: -3 }),
  ])('and otherwise never: %j', (each) => expect(measuredPercent(each)).toBeNull());
});

it('shows toner in printing order and the rest after it', () => {
  const all = [supply({ index: 4, colour: 'YELLOW' }), supply({ index: 9, kind: 'WASTE', colour: null }), supply({ index: 1 }), supply({ index: 2, colour: 'CYAN' })];
  expect(tonersOf(all).map((each) => each.colour)).toEqual(['BLACK', 'CYAN', 'YELLOW']);
  expect(otherSuppliesOf(all).map((each) => each.index)).toEqual([9]);
});
