import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gaining, steady, type Steady } from '../lib/steady';
import { DataTable, type Column } from './DataTable';
import { Empty } from './Empty';
import { Pager } from './Pager';
import { QueryNote } from './QueryNote';

interface PageQuery<Row> {
  readonly data: { readonly items: readonly Row[]; readonly total: number } | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly dataUpdatedAt: number;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** One page of a list that the platform sorts and filters, with all that can be said instead of it. */
export function PagedTable<Row>({
  query,
  filter,
  label,
  columns,
  idOf,
  onSort,
  onPage,
  gains,
  empty,
}: {
  query: PageQuery<Row>;
  filter: { readonly page: number; readonly size: number; readonly sort?: string };
  label: string;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  onSort?: (sort: string) => void;
  onPage: (page: number) => void;
  /** Whether the list is read to see what comes, so that new rows stand in it at once. */
  gains?: boolean;
  /** Shown when the whole list is empty. */
  empty: ReactNode;
}) {
  const { t } = useTranslation();
  const shown = useSteady(query, JSON.stringify(filter), idOf, gains ? gaining : steady);
  const { page, size, sort } = filter;
  const total = query.data?.total ?? 0;
  return (
    <>
      <QueryNote query={query} />
      {query.data && shown.rows.length === 0 && total === 0 && empty}
      {query.data && shown.rows.length === 0 && total > 0 && (
        <Empty
          title={t('table.beyondEnd', { page: page + 1 })}
          action={{ label: t('table.toLastPage'), onClick: () => onPage(Math.ceil(total / size) - 1) }}
        />
      )}
      {query.data && shown.rows.length > 0 && (
        <>
          <DataTable label={label} columns={columns} rows={shown.rows} idOf={idOf} sort={sort} onSort={onSort} busy={query.isPlaceholderData} />
          {shown.moved && (
            <div role="status" className="p-moved">
              {t('table.changed')}
              <Button size="xs" variant="default" onClick={shown.show}>
                {t('table.showChanges')}
              </Button>
            </div>
          )}
          <Pager page={page} size={size} total={total} onPage={onPage} />
        </>
      )}
    </>
  );
}

function useSteady<Row>(query: PageQuery<Row>, list: string, idOf: (row: Row) => string, keep: typeof steady<Row>) {
  const last = useRef<Steady<Row> | null>(null);
  const [, draw] = useState(0);
  const rows = query.data?.items ?? [];
  // Rows of the list before stay where they are until those of this one come.
  if (query.data && !query.isPlaceholderData) {
    last.current = keep(last.current, { list, rows, asking: query.fetchStatus === 'fetching' }, idOf);
  }
  const show = () => {
    last.current = null;
    draw((n) => n + 1);
  };
  const current = query.isPlaceholderData ? null : last.current;
  return { rows: current?.rows ?? rows, moved: current?.moved ?? false, show };
}
