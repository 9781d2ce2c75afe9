import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Which {
  readonly queryKey: QueryKey;
  readonly exact?: boolean;
}

/** A request under way may bring an answer from before the change, and whoever asks now would be given that one. */
export async function afterRunning(client: QueryClient, which: Which): Promise<void> {
  const running = client.getQueryCache().findAll({ ...which, fetchStatus: 'fetching' });
  await Promise.allSettled(running.map((query) => query.promise));
}

/** Asks again what is on screen, so that the answer is from now; the rest is asked when somebody looks at it. */
export async function askAnew(client: QueryClient, which: Which): Promise<void> {
  await afterRunning(client, which);
  await client.invalidateQueries(which, { cancelRefetch: false });
}
