import { describe, expect, it } from 'vitest';
import { addDays, corridorAt, daysBetween, liesWithin } from '../src/lib/corridor';
import { niceTicks } from '../src/lib/ticks';

describe('the corridor of the next read', () => {
  const last = { readOn: '2026-10-01', value: 100_000 };

  it('lies 60 % of the growth around what is expected', () => {
    expect(corridorAt(last, 100, '2026-10-31')).toEqual({ expected: 103_000, low: 101_200, high: 104_800 });
  });

  it('never doubts a read within 500 pages, but none is expected below the last', () => {
    expect(corridorAt(last, 10, '2026-10-11')).toEqual({ expected: 100_100, low: 100_000, high: 100_600 });
  });

  it('follows the published estimate: 575 232 with 1 671 pages a month comes to 580 259 after 91 days', () => {
    expect(corridorAt({ readOn: '2016-01-06', value: 575_232 }, 1_671 / 30.25, '2016-04-06').expected).toBe(580_259);
  });

  it('holds its ends', () => {
    const corridor = corridorAt(last, 100, '2026-10-31');
    expect(liesWithin(corridor, corridor.low)).toBe(true);
    expect(liesWithin(corridor, corridor.high)).toBe(true);
    expect(liesWithin(corridor, corridor.high + 1)).toBe(false);
  });
});

describe('days', () => {
  it('are counted by the calendar, across a change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('ticks', () => {
  it.each([
    [35_600, 62_000],
    [0, 1],
    [999_999_000, 999_999_999],
  ])('enclose %i to %i with round figures', (low, high) => {
    const ticks = niceTicks(low, high, 4);
    expect(ticks[0]).toBeLessThanOrEqual(low);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});
