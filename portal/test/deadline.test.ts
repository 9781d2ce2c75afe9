import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../src/lib/deadline';
import { formatFor } from '../src/lib/format';

const now = Date.parse('2026-11-23T10:00:00Z');
const ticket = (openedAt: string, answerDue: string | null, state: 'NEW' | 'PRIORITISED' | 'RESOLVED' = 'PRIORITISED') =>
  deadlineOf({ state, openedAt, answerDue }, now);

describe('an answer', () => {
  it('is not promised before there is a priority', () => expect(ticket('2026-11-23T09:55:00Z', null, 'NEW')).toEqual({ kind: 'none' }));

  it('runs', () => expect(ticket('2026-11-23T09:00:00Z', '2026-11-23T13:00:00Z')).toEqual({ kind: 'running', seconds: 10_800, part: 0.25 }));

  it.each([
    ['when little of its time is left', '2026-11-23T06:00:00Z', '2026-11-23T11:00:00Z'],
    ['in its last quarter of an hour', '2026-11-23T09:59:00Z', '2026-11-23T10:14:00Z'],
  ])('is due soon %s', (_, openedAt, due) => expect(ticket(openedAt, due).kind).toBe('soon'));

  it('is late at exactly its limit', () => expect(ticket('2026-11-23T09:45:00Z', '2026-11-23T10:00:00Z')).toEqual({ kind: 'late', seconds: 0, part: 1 }));

  it('is no longer asked for once the ticket is resolved', () => expect(ticket('2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z', 'RESOLVED').kind).toBe('settled'));
});

describe('time left', () => {
  it.each([
    ['en', 20, '1 min'],
    ['en', 12 * 60, '12 mins'],
    ['en', -5 * 60, '5 mins'],
    ['en', 80 * 60, '1 hr 20 mins'],
    ['en', 3 * 3600, '3 hrs'],
    ['en', 51 * 3600 + 600, '2 days 3 hrs'],
    ['nl', 80 * 60, '1 uur 20 min'],
    ['pt', 51 * 3600, '2 dias 3 h'],
  ])('in %s, %i seconds are %s', (language, seconds, text) => expect(formatFor(language).duration(seconds).replaceAll(/\s/g, ' ')).toBe(text));
});

describe('money', () => {
  it.each([
    ['en', 'EUR', '1234.50', '€1,234.50'],
    ['nl', 'EUR', '1234.5', '€ 1.234,50'],
    ['en', 'GBP', '0.012500', '£0.0125'],
    ['en', 'EUR', '9007199254740993.01', '€9,007,199,254,740,993.01'],
  ])('in %s, %s %s is %s', (language, currency, value, text) =>
    expect(formatFor(language).money({ currency, value }).replaceAll(/\s/g, ' ')).toBe(text));

  it('in an unknown currency is shown as it came', () => expect(formatFor('en').money({ currency: '?', value: '1' })).toBe('? 1'));
});

it('a time window names its day once', () => {
  const text = formatFor('en', Date.now, 'Europe/Amsterdam').window('2026-11-23T08:00:00Z', '2026-11-23T09:30:00Z');
  expect(text).toContain('Mon');
  expect(text.match(/Nov/g)).toHaveLength(1);
  expect(text).toContain('09:00');
  expect(text).toContain('10:30');
});
