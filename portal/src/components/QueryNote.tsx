import { useNetwork } from '@mantine/hooks';
import { Offline, Problem } from '../api/problem';
import { standingOf, type Asked } from '../lib/standing';
import { PageProblem } from './PageProblem';
import { ProblemNote } from './ProblemNote';
import { Stale } from './Stale';
import { Waiting } from './Waiting';

interface Query extends Asked {
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
}

/** What is not permitted now is not permitted a moment later either. */
function isForGood(error: unknown): boolean {
  return error instanceof Problem && error.status === 403;
}

/** Whether a query still waits, has failed, or shows what is no longer new; nothing when all is well. */
export function QueryNote({ query }: { query: Query }) {
  const { online } = useNetwork();
  switch (standingOf(query, online)) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return <ProblemNote error={query.error} onRetry={isForGood(query.error) ? undefined : () => void query.refetch()} />;
    case 'offline':
      return <ProblemNote error={new Offline()} />;
    case 'old':
      return <Stale since={query.dataUpdatedAt} />;
    case 'fresh':
      return null;
  }
}

/** The same for a page that has nothing to show without this query. */
export function PageQueryNote({ query, title }: { query: Query; title?: string }) {
  const { online } = useNetwork();
  switch (standingOf(query, online)) {
    case 'failed':
      return <PageProblem title={title} error={query.error} onRetry={isForGood(query.error) ? undefined : () => void query.refetch()} />;
    case 'offline':
      return <PageProblem title={title} error={new Offline()} />;
    default:
      return <QueryNote query={query} />;
  }
}
