import { describe, expect, it } from 'vitest';
import { decimalsOf, formatFor, todayIn } from '../src/lib/format';

describe('figures and dates', () => {
  it('follow the language', () => {
    expect(formatFor('en').count(42_976)).toBe('42,976');
    expect(formatFor('nl').count(42_976)).toBe('42.976');
    expect(formatFor('pt').count(1_976)).toMatch(/^1[\u00a0\u202f]976$/);
    expect(formatFor('nl').date('2026-05-02')).toBe('2 mei 2026');
    expect(formatFor('en').date('2026-05-02')).toBe('2 May 2026');
  });

  it('keep a date a date, in whatever zone the reader sits', () => {
    expect(formatFor('en', Date.now, 'Pacific/Honolulu').date('2026-01-01')).toBe('1 Jan 2026');
  });

  it('name the zone of a time', () => {
    expect(formatFor('en', Date.now, 'Europe/Amsterdam').instant('2026-01-01T10:00:00Z')).toMatch(/11:00.*CET/);
  });

  it('show what is no date as it came', () => {
    expect(formatFor('en').date('soon')).toBe('soon');
    expect(formatFor('en').ago('soon')).toBe('soon');
  });
});

describe('a period and a price', () => {
  it('say once what both days share', () => {
    expect(formatFor('en').period('2026-10-30', '2026-11-17')).toMatch(/^30 Oct\s–\s17 Nov 2026$/);
    expect(formatFor('nl').period('2026-10-30', '2026-11-17')).toMatch(/^30 okt\s–\s17 nov 2026$/);
    expect(formatFor('en').period('soon', 'later')).toBe('soon – later');
  });

  it('stand below each other with the same decimals', () => {
    const least = decimalsOf('0.007900');
    expect(least).toBe(4);
    expect(formatFor('en').money({ currency: 'EUR', value: '0.052000' }, least)).toBe('€0.0520');
    expect(formatFor('en').money({ currency: 'EUR', value: '0.007900' }, least)).toBe('€0.0079');
    expect(formatFor('en').money({ currency: 'EUR', value: '10.96' })).toBe('€10.96');
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-22T11:59:50Z', 'now'],
    ['2026-11-22T11:57:00Z', '3 minutes ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-21T12:00:00Z', 'yesterday'],
    ['2026-11-13T12:00:00Z', '9 days ago'],
    ['2026-08-22T12:00:00Z', '3 months ago'],
    ['2024-11-22T12:00:00Z', '2 years ago'],
  ])('%s is %s', (at, text) => expect(formatFor('en', () => now).ago(at)).toBe(text));
});

describe('today', () => {
  it('is the date where the device stands', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(todayIn('Europe/Lisbon', instant)).toBe('2026-11-22');
    expect(todayIn('Europe/Amsterdam', instant)).toBe('2026-11-23');
  });
});
