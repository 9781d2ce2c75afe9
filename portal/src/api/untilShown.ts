import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { askAnew } from './askAnew';

/** A change is stored when its answer comes; a view that lags longer than this does not keep the person waiting. */
const VIEW_MILLIS = 4_000;

/** "Saving" ends when the view shows it: these queries carry the consistency token of the answer. */
export async function untilShown(client: QueryClient, queryKeys: readonly QueryKey[]): Promise<void> {
  const shown = queryKeys.map((queryKey) => askAnew(client, { queryKey, exact: true }));
  await Promise.race([Promise.allSettled(shown), new Promise((resolve) => setTimeout(resolve, VIEW_MILLIS))]);
}
