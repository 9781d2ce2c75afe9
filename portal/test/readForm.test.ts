import { describe, expect, it } from 'vitest';
import { Problem, Unreachable, isOutcomeUnknown } from '../src/api/problem';
import { doubtAfter, type Doubt } from '../src/pages/reads/doubt';
import { isSameRead, readOf } from '../src/pages/reads/draft';

const asked = new Problem(422, {
  code: 'METER_READ_DOUBTFUL',
  warnings: [{ field: 'counters.total', code: 'OUTSIDE_EXPECTED_RANGE', message: 'x' }],
  warningToken: 'w1',
}) as Doubt;

describe('the question about a doubtful read', () => {
  it('is asked by the platform', () => expect(doubtAfter(null, asked)).toBe(asked));

  it.each([new Unreachable(null), new Problem(503, null), new Problem(429, null)])('stays while nobody knows what became of the answer to it: %s', (error) => {
    expect(doubtAfter(asked, error)).toBe(asked);
  });

  it('is over with a definite answer', () => {
    expect(doubtAfter(asked, new Problem(422, { code: 'METER_ALREADY_SUBMITTED_TODAY' }))).toBeNull();
  });
});

describe('whether a command took effect', () => {
  it.each([new Unreachable(null), new Problem(500, null), new Problem(504, null)])('is not known after %s', (error) => expect(isOutcomeUnknown(error)).toBe(true));
  it.each([new Problem(422, null), new Problem(401, null), new Problem(429, null)])('is known after %s', (error) => expect(isOutcomeUnknown(error)).toBe(false));
});

describe('the read that was typed', () => {
  it('is of the day that was chosen and kept, or of today', () => {
    expect(readOf({ total: '1 200', readOn: '2026-11-20' }, ['total'], '2026-11-22')).toEqual({ read: { readOn: '2026-11-20', counters: { total: 1200 } } });
    expect(readOf({ total: '7' }, ['total'], '2026-11-22')).toEqual({ read: { readOn: '2026-11-22', counters: { total: 7 } } });
  });

  it('is none while a counter is no number', () => {
    expect(readOf({ total: '12', colour: '1x' }, ['total', 'colour'], '2026-11-22')).toEqual({ unreadable: new Set(['colour']) });
  });

  it('is the same read whether it is confirmed or not, and another one on another day', () => {
    const read = { readOn: '2026-11-20', counters: { total: 1 } };
    expect(isSameRead({ ...read, warningToken: 'w1' }, read)).toBe(true);
    expect(isSameRead({ ...read, readOn: '2026-11-21' }, read)).toBe(false);
    expect(isSameRead({ ...read, counters: { total: 2 } }, read)).toBe(false);
  });
});
