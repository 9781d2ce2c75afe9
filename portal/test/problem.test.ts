import { describe, expect, it } from 'vitest';
import { Problem, Unreachable, isDefinite } from '../src/api/problem';

const refused = new Problem(422, {
  code: 'METER_LOWER_THAN_PREVIOUS',
  title: 'Meter read refused',
  detail: 'The read is lower than the previous one.',
  correlationId: 'c-1',
  errors: [
    { field: 'counters.total', code: 'METER_LOWER_THAN_PREVIOUS', message: 'Lower than 1,200.', previous: 1200, value: 1100 },
    { field: 'readOn', code: 'READ_DATE_INVALID', message: 'In the future.' },
  ],
});

describe('a problem', () => {
  it('puts each message beside its field', () => {
    expect(refused.at('counters.total')).toEqual([
      expect.objectContaining({ code: 'METER_LOWER_THAN_PREVIOUS', message: 'Lower than 1,200.', previous: 1200 }),
    ]);
    expect(refused.at('counters.colour')).toEqual([]);
  });

  it('leaves nothing out: what no field shows comes above the form', () => {
    expect(refused.beside(['counters.total']).map((each) => each.field)).toEqual(['readOn']);
  });

  it('finds a field whatever the spelling of its name', () => {
    const problem = new Problem(422, { errors: [{ field: 'counters.BLACK_WHITE', code: 'COUNTER_MISSING', message: 'x' }] });
    expect(problem.at('counters.blackWhite')).toHaveLength(1);
  });

  it('carries warnings with the token to confirm them', () => {
    const doubtful = new Problem(422, {
      code: 'METER_READ_DOUBTFUL',
      warnings: [{ field: 'counters.total', code: 'OUTSIDE_EXPECTED_RANGE', message: 'x', low: 10, high: 20 }],
      warningToken: 'w1',
    });
    expect(doubtful.warningToken).toBe('w1');
    expect(doubtful.warnings[0]).toMatchObject({ low: 10, high: 20 });
  });

  it.each([undefined, null, 'a proxy page', { errors: 'none' }, { errors: [null, 3] }])('stands an answer that is no problem document: %j', (body) => {
    const problem = new Problem(502, body);
    expect(problem.code).toBe('HTTP_502');
    expect(problem.errors).toEqual([]);
  });
});

describe('a definite answer', () => {
  it('is a refusal, but neither a broken line nor a busy platform', () => {
    expect(isDefinite(refused)).toBe(true);
    expect(isDefinite(new Problem(503, null))).toBe(false);
    expect(isDefinite(new Problem(429, null))).toBe(false);
    expect(isDefinite(new Unreachable(null))).toBe(false);
  });
});
