import { expect, it } from 'vitest';
import { standingOf } from '../src/pages/agents/standing';

const heard = '2026-11-26T10:00:00Z';

it('an agent that was never heard is not called silent', () => {
  expect(standingOf({ lastHeard: null, silent: true, state: null })).toBe('never');
});

it('silence counts for more than what the agent said before', () => {
  expect(standingOf({ lastHeard: heard, silent: true, state: 'OK' })).toBe('silent');
  expect(standingOf({ lastHeard: heard, silent: true, state: 'DROPPING' })).toBe('silent');
});

it('a heard agent is as it says', () => {
  expect(standingOf({ lastHeard: heard, silent: false, state: 'OK' })).toBe('well');
  expect(standingOf({ lastHeard: heard, silent: false, state: 'BUFFERING' })).toBe('buffering');
  expect(standingOf({ lastHeard: heard, silent: false, state: 'DROPPING' })).toBe('dropping');
});
