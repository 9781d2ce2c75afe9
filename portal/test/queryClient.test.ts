import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { Problem } from '../src/api/problem';
import { createQueryClient } from '../src/api/queryClient';

/** A client whose "who am I" is on screen, and how often it was asked. */
function signedIn() {
  const client = createQueryClient();
  let asked = 0;
  client.setQueryData(['me'], 'somebody');
  const me = () => Promise.resolve(`somebody ${(asked += 1)}`);
  new QueryObserver(client, { queryKey: ['me'], queryFn: me, staleTime: Infinity }).subscribe(() => undefined);
  return { client, asked: () => asked };
}

const refused = (status: number) => () => Promise.reject(new Problem(status, null));

it.each([
  [401, 1],
  [403, 0],
])('a command that is answered with %i leads to %i questions who is signed in', async (status, times) => {
  const { client, asked } = signedIn();
  await client.getMutationCache().build(client, { mutationFn: refused(status) }).execute(undefined).catch(() => undefined);
  expect(asked()).toBe(times);
});

it.each([
  [401, 1],
  [403, 0],
])('a query that is answered with %i leads to %i questions who is signed in', async (status, times) => {
  const { client, asked } = signedIn();
  await client.fetchQuery({ queryKey: ['devices'], queryFn: refused(status) }).catch(() => undefined);
  expect(asked()).toBe(times);
});
