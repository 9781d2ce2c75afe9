import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Column } from './DataTable';

/** Sorting where the table is a list of cards and has no headers to press. */
export function SortChoice<Row>({ columns, sort, onSort }: { columns: readonly Column<Row>[]; sort?: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation();
  const choices = columns.flatMap(({ header, sort: field }) =>
    field
      ? [
          { value: `${field},asc`, label: t('table.ascending', { column: header }) },
          { value: `${field},desc`, label: t('table.descending', { column: header }) },
        ]
      : [],
  );
  return (
    <NativeSelect
      className="p-sort-choice"
      label={t('table.sort')}
      value={sort}
      data={choices}
      onChange={(event) => onSort(event.currentTarget.value)}
    />
  );
}
