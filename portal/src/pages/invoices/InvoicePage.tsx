import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { invoiceQuery } from '../../api/queries';
import type { InvoiceLine } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { useFormat } from '../../components/useFormat';
import { counterOf } from '../../lib/counters';
import { decimalsOf } from '../../lib/format';
import '../../styles/tickets.css';

const route = getRouteApi('/invoices/$number');

export function InvoicePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = route.useParams();
  const answer = useQuery(invoiceQuery(number));
  if (answer.error instanceof Problem && answer.error.status === 404) {
    return (
      <>
        <PageHeading title={t('invoice.notFoundTitle')} />
        <Empty title={t('invoice.notFound', { number })} action={{ to: '/invoices', label: t('invoice.toList') }} />
      </>
    );
  }
  if (!answer.data) return <PageQueryNote query={answer} />;
  const invoice = answer.data;
  const rateDecimals = Math.max(...invoice.lines.map(({ rate }) => decimalsOf(rate.value)));
  const figure = (value: number) => <span className="p-figure">{format.count(value)}</span>;
  const columns: readonly Column<InvoiceLine>[] = [
    {
      key: 'device',
      header: t('device.device'),
      cell: (line) => (
        <Link to="/devices/$deviceId" params={{ deviceId: line.deviceId }}>
          {line.serialNumber}
        </Link>
      ),
    },
    { key: 'counter', header: t('counter.which'), cell: (line) => t(`counter.${counterOf(line.counter)}`) },
    { key: 'period', header: t('invoice.reads'), cell: (line) => <span className="p-period">{format.period(line.from, line.until)}</span> },
    { key: 'previous', header: t('invoice.start'), numeric: true, cell: (line) => figure(line.previous) },
    { key: 'current', header: t('invoice.end'), numeric: true, cell: (line) => figure(line.current) },
    { key: 'included', header: t('invoice.included'), numeric: true, cell: (line) => figure(line.included) },
    { key: 'pages', header: t('invoice.pages'), numeric: true, cell: (line) => figure(line.pages) },
    { key: 'rate', header: t('invoice.rate'), numeric: true, cell: (line) => <span className="p-figure">{format.money(line.rate, rateDecimals)}</span> },
    { key: 'amount', header: t('invoice.amount'), numeric: true, cell: (line) => <span className="p-figure p-strong">{format.money(line.amount)}</span> },
  ];
  return (
    <>
      <PageHeading title={t('invoice.title', { number })} sub={<p>{t('invoice.usageOf', { from: format.date(invoice.from), until: format.date(invoice.until) })}</p>} />
      <QueryNote query={answer} />
      <dl className="p-facts">
        <div>
          <dt>{t('invoice.total')}</dt>
          <dd className="p-big">{format.money(invoice.total)}</dd>
        </div>
        <div>
          <dt>{t('invoice.contract')}</dt>
          <dd>{invoice.contractNumber}</dd>
        </div>
        <div>
          <dt>{t('invoice.issued')}</dt>
          <dd>{format.date(invoice.issuedOn)}</dd>
        </div>
        <div>
          <dt>{t('invoice.due')}</dt>
          <dd>{format.date(invoice.dueOn)}</dd>
        </div>
      </dl>
      <Section title={t('invoice.lines')}>
        <DataTable label={t('invoice.lines')} columns={columns} rows={invoice.lines} idOf={(line) => `${line.deviceId} ${line.counter} ${line.from}`} />
        <p className="p-sum">
          {t('invoice.total')} <strong className="p-figure">{format.money(invoice.total)}</strong>
        </p>
        <p className="p-quiet">{t('invoice.how')}</p>
      </Section>
    </>
  );
}
