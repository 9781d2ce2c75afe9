import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { router } from './router';
import { theme } from './theme';

const colourScheme = localStorageColorSchemeManager({ key: 'platen.colour-scheme' });

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The session ended behind our back: asking who we are leads to the sign-in page.
      if (error instanceof Problem && error.status === 401 && query.queryKey[0] !== 'me') {
        void client.invalidateQueries({ queryKey: ['me'] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
    },
    // A command that cannot be sent fails at once and says so, instead of waiting unseen.
    mutations: { networkMode: 'always', retry: false },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colourScheme}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
