import { describe, expect, it } from 'vitest';
import { countersOf, keysOf, parseCount } from '../src/lib/counters';

describe('a typed count', () => {
  it.each([
    ['42976', 42_976],
    [' 42976 ', 42_976],
    ['42.976', 42_976],
    ['42,976', 42_976],
    ['42 976', 42_976],
    ['1\u202f042\u202f976', 1_042_976],
    ["42'976", 42_976],
    ['0', 0],
    ['-5', -5],
    ['1234567890', 1_234_567_890],
  ])('%s is %i', (typed, value) => expect(parseCount(typed)).toBe(value));

  it.each(['12a', '4.5', '4,50', '1.23.456', '12.345,678', '1e5', '--3', '0x10'])('%s is no count', (typed) => {
    expect(parseCount(typed)).toBe('not a number');
  });

  it('may be missing: the platform says whether it must be there', () => expect(parseCount('  ')).toBeNull());
});

it('asks the counters of the device, black and white before colour', () => {
  expect(keysOf(['COLOUR', 'TOTAL'])).toEqual(['total', 'colour']);
  expect(keysOf(['BLACK_WHITE', 'COLOUR'])).toEqual(['blackWhite', 'colour']);
});

it('reads the counters of an event under either spelling', () => {
  expect(countersOf({ TOTAL: 5, colour: 2, other: 1, BLACK_WHITE: '3' })).toEqual({ total: 5, colour: 2 });
  expect(countersOf(undefined)).toEqual({});
});
