import { describe, expect, it } from 'vitest';
import type { Read, ReadPage } from '../src/api/types';
import { curveOf, stretches } from '../src/lib/curve';

const read = (readOn: string, total: number, more: Partial<Read> = {}) => ({ readOn, recordedAt: `${readOn}T10:00:00Z`, counters: { total }, source: 'CUSTOMER', superseded: false, ...more }) as Read;
const reset = (resetOn: string, old: number, now: number) =>
  ({ resetOn, at: `${resetOn}T12:00:00Z`, oldCounters: { total: old }, newCounters: { total: now }, reason: 'New board' }) as ReadPage['resets'][number];

describe('the curve of a counter', () => {
  it('goes from the oldest read to the newest, without those another took the place of', () => {
    const points = curveOf([read('2026-11-03', 30), read('2026-11-02', 99, { superseded: true }), read('2026-11-01', 10)], [], 'total');
    expect(points.map(({ value }) => value)).toEqual([10, 30]);
    expect(stretches(points)).toHaveLength(1);
  });

  it('breaks off where the counter was set back, and begins anew from what it showed then', () => {
    const points = curveOf([read('2026-11-09', 57), read('2026-11-01', 4000)], [reset('2026-11-02', 4100, 7)], 'total');
    expect(stretches(points).map((stretch) => stretch.map(({ value }) => value))).toEqual([
      [4000, 4100],
      [7, 57],
    ]);
  });

  it('puts a read of the day of the reset where it was made', () => {
    const points = curveOf([read('2026-11-02', 9, { recordedAt: '2026-11-02T15:00:00Z' }), read('2026-11-02', 4050)], [reset('2026-11-02', 4100, 7)], 'total');
    expect(points.map(({ value }) => value)).toEqual([4050, 4100, 7, 9]);
  });

  it('passes over a counter that was not set back', () => {
    const points = curveOf([read('2026-11-01', 10, { counters: { total: 10, colour: 4 } })], [reset('2026-11-02', 4100, 7)], 'colour');
    expect(points.map(({ value }) => value)).toEqual([4]);
  });
});
