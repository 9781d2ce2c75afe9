import { expect, it } from 'vitest';
import { CommandKey, newKey } from '../src/api/commandKey';
import { Problem, Unreachable } from '../src/api/problem';

function counting(): CommandKey {
  let number = 0;
  return new CommandKey(() => `key-${(number += 1)}`);
}

it('repeats the key after a broken line, so that nothing is done twice', () => {
  const key = counting();
  expect(key.of({ total: 1 })).toBe('key-1');
  key.settled(new Unreachable(null));
  expect(key.of({ total: 1 })).toBe('key-1');
});

it('takes a new key for other values', () => {
  const key = counting();
  key.of({ total: 1 });
  key.settled(new Unreachable(null));
  expect(key.of({ total: 2 })).toBe('key-2');
});

it('takes a new key after a definite answer, even for the same values', () => {
  const key = counting();
  key.of({ total: 1 });
  key.settled(new Problem(422, null));
  expect(key.of({ total: 1 })).toBe('key-2');
});

it('makes keys of at most 100 characters that differ', () => {
  expect(newKey()).not.toBe(newKey());
  expect(newKey().length).toBeLessThanOrEqual(100);
});
