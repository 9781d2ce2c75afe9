import { expect, it } from 'vitest';
import { signInFailed } from '../src/app/SignIn';

it('knows the address to which the gateway sends a sign-in that failed', () => {
  expect(signInFailed('?sign-in=failed')).toBe(true);
  expect(signInFailed('')).toBe(false);
  expect(signInFailed('?sign-in=done')).toBe(false);
});
