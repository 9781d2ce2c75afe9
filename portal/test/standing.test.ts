import { describe, expect, it } from 'vitest';
import { standingOf } from '../src/lib/standing';

const failed = new Error('x');

describe('what is said about a query', () => {
  it.each([
    ['waiting', { data: undefined, error: null, fetchStatus: 'fetching' }, true],
    ['failed', { data: undefined, error: failed, fetchStatus: 'idle' }, true],
    // Without a network a query neither fails nor ends: it would turn for ever.
    ['offline', { data: undefined, error: null, fetchStatus: 'paused' }, false],
    ['old', { data: 1, error: failed, fetchStatus: 'idle' }, true],
    ['old', { data: 1, error: null, fetchStatus: 'paused' }, true],
    ['old', { data: 1, error: null, fetchStatus: 'idle' }, false],
    ['fresh', { data: 1, error: null, fetchStatus: 'idle' }, true],
    ['fresh', { data: 1, error: null, fetchStatus: 'fetching' }, true],
  ] as const)('%s for %j', (standing, query, online) => expect(standingOf(query, online)).toBe(standing));
});
