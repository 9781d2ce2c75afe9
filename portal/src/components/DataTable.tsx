import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useJustChanged } from '../live/changes';
import { Icon } from './Icon';
import { SortChoice } from './SortChoice';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The field's name for the server where the column can be sorted by. */
  readonly sort?: string;
  /** Headers for the eye only would leave screen readers without a name; hidden ones are still said. */
  readonly headerHidden?: boolean;
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out because changing the display of table
 * elements takes them away in some browsers.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  idOf,
  sort,
  onSort,
  busy,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  busy?: boolean;
}) {
  const { t } = useTranslation();
  const [sortField, direction] = (sort ?? '').split(',');
  const table = (
    <table role="table" aria-label={label} aria-busy={busy} className="p-table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => {
            const sorted = column.sort !== undefined && column.sort === sortField;
            return (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={column.numeric ? 'p-numeric' : undefined}
                aria-sort={sorted ? (direction === 'desc' ? 'descending' : 'ascending') : undefined}
              >
                {column.sort && onSort ? (
                  <>
                    <UnstyledButton
                      className="p-sort"
                      title={t('table.sortBy', { column: column.header })}
                      onClick={() => onSort(`${column.sort},${sorted && direction === 'asc' ? 'desc' : 'asc'}`)}
                    >
                      {column.header}
                      <span className="p-sort-mark" data-on={sorted || undefined}>
                        <Icon name={sorted && direction === 'desc' ? 'down' : 'up'} />
                      </span>
                    </UnstyledButton>
                    <span className="p-sort-name">{column.header}</span>
                  </>
                ) : (
                  <span className={column.headerHidden ? 'p-hidden' : undefined}>{column.header}</span>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <TableRow key={idOf(row)} id={idOf(row)} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
  if (!onSort) return table;
  return (
    <>
      <SortChoice columns={columns} sort={sort} onSort={onSort} />
      {table}
    </>
  );
}

function TableRow<Row>({ id, row, columns }: { id: string; row: Row; columns: readonly Column<Row>[] }) {
  const changed = useJustChanged(id);
  return (
    <tr role="row" data-changed={changed || undefined}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} role="rowheader" scope="row">
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} role="cell" data-label={column.headerHidden ? undefined : column.header} className={column.numeric ? 'p-numeric' : undefined}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
