import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { correctionsQuery } from '../../../api/queries';
import type { Correction } from '../../../api/types';
import { useSession } from '../../../app/session';
import { CounterList } from '../../../components/CounterList';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { useFormat } from '../../../components/useFormat';
import { DecidedTools } from '../DecidedTools';
import { ReadsNav } from '../ReadsNav';
import { NewCorrection } from './NewCorrection';
import '../../../styles/devices.css';
import '../../../styles/reads.css';

const route = getRouteApi('/reads/corrections');
const SIZE = 25;

/** The corrections somebody asked for, found again under their number; billing decides them. */
export function CorrectionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const decides = can('METER_DECIDE');
  const state = search.state ?? (decides ? 'OPEN' : 'ALL');
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, q: search.q ?? '', state: state === 'ALL' ? undefined : state };
  const corrections = useQuery(correctionsQuery(filter));
  const columns: readonly Column<Correction>[] = [
    {
      key: 'number',
      header: t('correction.number'),
      cell: (correction) => (
        <Link to="/reads/corrections/$number" params={{ number: correction.number }}>
          {correction.number}
        </Link>
      ),
    },
    { key: 'device', header: t('device.device'), cell: (correction) => <span className="p-two-lines"><span>{correction.serialNumber}</span><span className="p-quiet">{correction.accountName}</span></span> },
    { key: 'invoice', header: t('invoice.number'), cell: (correction) => <span className="p-figure">{correction.invoiceNumber}</span> },
    { key: 'counters', header: t('correction.asked'), cell: (correction) => <CounterList counters={correction.counters} /> },
    { key: 'at', header: t('correction.at'), cell: (correction) => <span className="p-when">{format.instant(correction.requestedAt)}</span> },
    { key: 'state', header: t('ticket.state'), cell: (correction) => <span className={correction.state === 'OPEN' ? 'p-tag p-tag-warn' : 'p-tag'}>{t(`correctionState.${correction.state}`)}</span> },
  ];
  return (
    <>
      <PageHeading title={t('readsNav.corrections')} sub={<p>{t(decides ? 'correction.introClerk' : 'correction.intro')}</p>} />
      <ReadsNav />
      {can('METER_CORRECT') && <NewCorrection />}
      <DecidedTools
        label={t('correction.search')}
        placeholder={t('correction.searchHint')}
        q={search.q}
        state={state}
        onSearch={(q) => void navigate({ search: (old) => ({ ...old, q, page: undefined }), replace: true })}
        onState={(which) => void navigate({ search: (old) => ({ ...old, state: which, page: undefined }) })}
      />
      <PagedTable
        query={corrections}
        filter={filter}
        label={t('readsNav.corrections')}
        columns={columns}
        idOf={(correction) => correction.number}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={<Empty title={t(search.q ? 'correction.noneFound' : 'correction.none')}>{t(decides ? 'correction.noneHintClerk' : 'correction.noneHint')}</Empty>}
      />
    </>
  );
}
