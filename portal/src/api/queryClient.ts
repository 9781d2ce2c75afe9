import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

export function createQueryClient(): QueryClient {
  // The session ended behind our back: asking who we are leads to the sign-in page. What was typed is kept in the tab.
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.status === 401) void client.invalidateQueries({ queryKey: ['me'] });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey[0] === 'me' ? undefined : onError(error)) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
      },
      // A command that cannot be sent fails at once and says so, instead of waiting unseen.
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
