import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAnew } from '../src/api/askAnew';

/** A query on screen whose requests are answered by hand. */
function onScreen(client: QueryClient) {
  const answers: ((text: string) => void)[] = [];
  new QueryObserver<string>(client, { queryKey: ['reads'], queryFn: () => new Promise<string>((answer) => answers.push(answer)) }).subscribe(() => undefined);
  return answers;
}

it('asks once more when the first answer is still on its way: it is from before', async () => {
  const client = new QueryClient();
  const answers = onScreen(client);
  const asked = askAnew(client, { queryKey: ['reads'] });
  answers[0]?.('before');
  await new Promise((done) => setTimeout(done));
  answers[1]?.('after');
  await asked;
  expect(client.getQueryData(['reads'])).toBe('after');
});

it('asks only once for all that want to know at the same time', async () => {
  const client = new QueryClient();
  const answers = onScreen(client);
  answers[0]?.('before');
  await new Promise((done) => setTimeout(done));
  const all = [1, 2, 3].map(() => askAnew(client, { queryKey: ['reads'] }));
  await new Promise((done) => setTimeout(done));
  answers[1]?.('after');
  await Promise.all(all);
  expect(answers).toHaveLength(2);
});
