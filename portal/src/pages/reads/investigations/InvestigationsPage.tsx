import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { investigationsQuery } from '../../../api/queries';
import type { Investigation } from '../../../api/types';
import { useSession } from '../../../app/session';
import { CounterList } from '../../../components/CounterList';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { useFormat } from '../../../components/useFormat';
import { DecidedTools } from '../DecidedTools';
import { ReadsNav } from '../ReadsNav';
import { CloseInvestigation } from './CloseInvestigation';

const route = getRouteApi('/reads/investigations');
const SIZE = 25;

/** Reads that cannot be right: found by the platform or told by a customer, until somebody explains them. */
export function InvestigationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [closing, close] = useState<Investigation | null>(null);
  const state = search.state ?? 'OPEN';
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, q: search.q ?? '', state: state === 'ALL' ? undefined : state };
  const investigations = useQuery(investigationsQuery(filter));
  const columns: readonly Column<Investigation>[] = [
    {
      key: 'device',
      header: t('device.device'),
      cell: (row) => (
        <span className="p-two-lines">
          <Link to="/devices/$deviceId" params={{ deviceId: row.deviceId }}>
            {row.serialNumber}
          </Link>
          <span className="p-quiet">{row.accountName}</span>
        </span>
      ),
    },
    {
      key: 'cause',
      header: t('investigation.cause'),
      cell: (row) => (
        <span className="p-two-lines">
          <span>{t(`investigationCause.${row.cause}`)}</span>
          <span className="p-quiet p-figure">{row.number}</span>
        </span>
      ),
    },
    { key: 'claimed', header: t('investigation.claimed'), cell: (row) => (Object.values(row.counters ?? {}).some((value) => value != null) ? <CounterList counters={row.counters ?? {}} /> : '–') },
    { key: 'comment', header: t('correction.comment'), cell: (row) => <span className="p-wraps">{row.explanation ?? row.comment}</span> },
    { key: 'at', header: t('ticket.opened'), cell: (row) => <span className="p-when">{format.instant(row.openedAt)}</span> },
    {
      key: 'close',
      header: t('investigation.close'),
      headerHidden: true,
      cell: (row) =>
        row.state === 'OPEN' && can('METER_PHONE') ? (
          <Button size="xs" variant="default" onClick={() => close(row)} aria-label={t('investigation.closeOf', { number: row.number })}>
            {t('investigation.close')}
          </Button>
        ) : (
          t(`investigationState.${row.state}`)
        ),
    },
  ];
  return (
    <>
      <PageHeading title={t('readsNav.investigations')} sub={<p>{t('investigation.intro')}</p>} />
      <ReadsNav />
      <DecidedTools
        label={t('investigation.search')}
        placeholder={t('investigation.searchHint')}
        q={search.q}
        state={state}
        onSearch={(q) => void navigate({ search: (old) => ({ ...old, q, page: undefined }), replace: true })}
        onState={(which) => void navigate({ search: (old) => ({ ...old, state: which, page: undefined }) })}
      />
      <PagedTable
        query={investigations}
        filter={filter}
        label={t('readsNav.investigations')}
        columns={columns}
        idOf={(row) => row.number}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={<Empty title={t('investigation.none')}>{t('investigation.noneHint')}</Empty>}
      />
      {closing && <CloseInvestigation key={closing.number} investigation={closing} onClose={() => close(null)} />}
    </>
  );
}
