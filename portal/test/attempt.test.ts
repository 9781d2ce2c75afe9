import { expect, it } from 'vitest';
import { Attempt } from '../src/api/attempt';
import { newKey } from '../src/api/commandKey';
import { Problem, Unreachable } from '../src/api/problem';

type Body = { readonly total: number; readonly token?: string };

const sameTotal = (body: Body) => (undecided: Body) => undecided.total === body.total;

/** A tab's storage and the forms opened in it, one after the other. */
function tab() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  let number = 0;
  const open = () => {
    const attempt = new Attempt<Body>('attempt', store, () => `key-${(number += 1)}`);
    return { settled: (error?: unknown) => attempt.settled(error), next: (body: Body) => attempt.next(body, sameTotal(body)) };
  };
  return { open };
}

it('is repeated with its key after a broken line, so that nothing is done twice', () => {
  const attempt = tab().open();
  expect(attempt.next({ total: 1 }).key).toBe('key-1');
  attempt.settled(new Unreachable(null));
  expect(attempt.next({ total: 1 }).key).toBe('key-1');
});

it.each([new Unreachable(null), new Problem(502, null)])('is repeated as it was confirmed, whatever is asked again: %s', (error) => {
  const attempt = tab().open();
  const confirmed = attempt.next({ total: 1, token: 'w1' });
  attempt.settled(error);
  expect(attempt.next({ total: 1 })).toEqual(confirmed);
});

it('is repeated after a reload of the page', () => {
  const here = tab();
  const confirmed = here.open().next({ total: 1, token: 'w1' });
  expect(here.open().next({ total: 1 })).toEqual(confirmed);
});

it('takes a new key for other values', () => {
  const attempt = tab().open();
  attempt.next({ total: 1 });
  attempt.settled(new Unreachable(null));
  expect(attempt.next({ total: 2 })).toEqual({ key: 'key-2', body: { total: 2 } });
});

it.each([undefined, new Problem(422, null)])('takes a new key after a definite answer, even for the same values: %s', (answer) => {
  const attempt = tab().open();
  attempt.next({ total: 1 });
  attempt.settled(answer);
  expect(attempt.next({ total: 1 }).key).toBe('key-2');
});

it('has keys of at most 100 characters that differ', () => {
  expect(newKey()).not.toBe(newKey());
  expect(newKey().length).toBeLessThanOrEqual(100);
});
