import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Read } from '../api/types';
import type { CounterKey } from '../lib/counters';
import { DataTable, type Column } from './DataTable';
import { useFormat } from './useFormat';

const AT_FIRST = 12;
const AT_FIRST_NARROW = 4;

export function ReadsTable({ reads, counters, label }: { reads: readonly Read[]; counters: readonly CounterKey[]; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false });
  const [all, setAll] = useState(false);
  const columns: readonly Column<Read>[] = [
    { key: 'date', header: t('read.date'), cell: (read) => <span className="p-figure">{format.date(read.readOn)}</span> },
    ...counters.map((key) => ({
      key,
      header: t(`counter.${key}`),
      numeric: true,
      cell: (read: Read) => (
        <span className="p-two-lines">
          <span className="p-figure">{read.counters[key] == null ? '–' : format.count(read.counters[key] ?? 0)}</span>
          {read.corrected?.previous[key] != null && <del className="p-quiet p-figure">{format.count(read.corrected.previous[key] ?? 0)}</del>}
        </span>
      ),
    })),
    {
      key: 'source',
      header: t('read.source'),
      cell: (read) => <ReadSource read={read} />,
    },
  ];
  const atFirst = narrow ? AT_FIRST_NARROW : AT_FIRST;
  return (
    <>
      <DataTable label={label} columns={columns} rows={all ? reads : reads.slice(0, atFirst)} idOf={(read) => read.readId} />
      {!all && reads.length > atFirst && (
        <Button variant="default" size="xs" onClick={() => setAll(true)} className="p-more">
          {t('table.showAll', { count: reads.length })}
        </Button>
      )}
    </>
  );
}

/** Where a read came from and who gave it. */
export function ReadSource({ read }: { read: Read }) {
  const { t } = useTranslation();
  return (
    <span className="p-two-lines">
      <span className="p-contact">
        {t(`source.${read.source}`)}
        {read.confirmed && <span className="p-tag">{t('read.confirmed')}</span>}
        {read.superseded && <span className="p-tag">{t('read.superseded')}</span>}
        {read.corrected && <span className="p-tag">{t('read.corrected', { number: read.corrected.number })}</span>}
      </span>
      {read.actor && <span className="p-quiet">{read.actor.name}</span>}
      {read.reason && <span className="p-quiet">{read.reason}</span>}
    </span>
  );
}
