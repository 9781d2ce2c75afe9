import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { invoicesQuery } from '../../api/queries';
import type { InvoiceRow } from '../../api/types';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { useFormat } from '../../components/useFormat';

const route = getRouteApi('/invoices');
const SIZE = 25;

export function InvoicesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { page: (search.page ?? 1) - 1, size: SIZE };
  const invoices = useQuery(invoicesQuery(filter));
  const columns: readonly Column<InvoiceRow>[] = [
    {
      key: 'number',
      header: t('invoice.number'),
      cell: (invoice) => (
        <Link to="/invoices/$number" params={{ number: invoice.number }} className="p-figure">
          {invoice.number}
        </Link>
      ),
    },
    { key: 'contract', header: t('invoice.contract'), cell: (invoice) => <span className="p-wraps">{invoice.contractNumber}</span> },
    { key: 'period', header: t('invoice.period'), cell: (invoice) => <span className="p-period">{format.period(invoice.from, invoice.until)}</span> },
    { key: 'issued', header: t('invoice.issued'), cell: (invoice) => format.date(invoice.issuedOn) },
    { key: 'due', header: t('invoice.due'), cell: (invoice) => format.date(invoice.dueOn) },
    { key: 'total', header: t('invoice.total'), numeric: true, cell: (invoice) => <span className="p-figure p-strong">{format.money(invoice.total)}</span> },
  ];
  return (
    <>
      <PageHeading title={t('nav.invoices')} sub={<p>{t('invoices.intro')}</p>} />
      <PagedTable
        query={invoices}
        filter={filter}
        label={t('nav.invoices')}
        columns={columns}
        idOf={(invoice) => invoice.number}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={<Empty title={t('invoices.none')}>{t('invoices.noneHint')}</Empty>}
      />
    </>
  );
}
