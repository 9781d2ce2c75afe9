import { describe, expect, it } from 'vitest';
import { activeOf, entered, neighbour, searchState } from '../src/app/commandSearch';

const found = { data: {}, error: null, fetchStatus: 'idle' } as const;
const running = { data: undefined, error: null, fetchStatus: 'fetching' } as const;
const failed = { data: undefined, error: new Error('x'), fetchStatus: 'idle' } as const;
const paused = { data: undefined, error: null, fetchStatus: 'paused' } as const;

describe('the search of the command menu', () => {
  it.each([
    ['idle', 'a', 'a', [running]],
    ['pending', 'abc', 'ab', [found]],
    ['pending', 'abc', 'abc', [found, running]],
    ['done', 'abc', 'abc', [found, found]],
    ['failed', 'abc', 'abc', [found, failed]],
    ['failed', 'abc', 'abc', [paused]],
    ['done', 'abc', 'ab', []],
  ] as const)('is %s for "%s" when "%s" is asked for', (state, typed, settled, sources) => {
    expect(searchState(typed, settled, sources)).toBe(state);
  });
});

describe('the active entry', () => {
  it('is the first, also when something is found above the one that was first', () => {
    expect(activeOf(['dark'], null)).toBe('dark');
    expect(activeOf(['customer-1', 'dark'], null)).toBe('customer-1');
  });

  it('is the chosen one while it is there', () => {
    expect(activeOf(['a', 'b'], 'b')).toBe('b');
    expect(activeOf(['a', 'c'], 'b')).toBe('a');
    expect(activeOf([], 'b')).toBeNull();
  });

  it('moves round', () => {
    expect(neighbour(['a', 'b'], 'b', 1)).toBe('a');
    expect(neighbour(['a', 'b'], 'a', -1)).toBe('b');
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe('Enter', () => {
  it('opens what was found', () => expect(entered(['device-1', 'dark'], null, 'done')).toBe('device-1'));
  it('waits for the answer to what was typed', () => expect(entered(['dark'], null, 'pending')).toBe('later'));
  it('runs at once what was chosen by hand', () => expect(entered(['light', 'dark'], 'dark', 'pending')).toBe('dark'));
  it('runs an action where nothing is searched', () => expect(entered(['dark'], null, 'idle')).toBe('dark'));
});
