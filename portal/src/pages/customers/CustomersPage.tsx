import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { customersQuery } from '../../api/queries';
import type { Customer } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { Pager } from '../../components/Pager';
import { ProblemNote } from '../../components/ProblemNote';
import { SearchField } from '../../components/SearchField';
import { useFormat } from '../../components/useFormat';
import { Stale } from '../../components/Stale';
import { Waiting } from '../../components/Waiting';

const route = getRouteApi('/customers');
const SIZE = 25;

export function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const page = (search.page ?? 1) - 1;
  const sort = search.sort ?? 'name,asc';
  const customers = useQuery(customersQuery({ page, size: SIZE, sort, q: search.q ?? '' }));
  const only = customers.data?.items.length === 1 && !customers.isPlaceholderData ? customers.data.items[0] : undefined;
  const columns: readonly Column<Customer>[] = [
    {
      key: 'name',
      header: t('customers.name'),
      sort: 'name',
      cell: ({ account }) => (
        <Link to="/customers/$systemAccountNumber" params={{ systemAccountNumber: account.systemAccountNumber }}>
          {account.name}
        </Link>
      ),
    },
    { key: 'customerNumber', header: t('account.customerNumber'), sort: 'customerAccountNumber', cell: ({ account }) => <span className="p-figure">{account.customerAccountNumber}</span> },
    { key: 'systemNumber', header: t('account.systemNumber'), sort: 'systemAccountNumber', cell: ({ account }) => <span className="p-figure">{account.systemAccountNumber}</span> },
    { key: 'country', header: t('customers.country'), sort: 'country', cell: ({ country }) => format.country(country) },
    { key: 'devices', header: t('nav.devices'), numeric: true, cell: ({ devices }) => <span className="p-figure">{format.count(devices)}</span> },
  ];
  return (
    <>
      <PageHeading title={t('nav.customers')} />
      <div className="p-tools">
        <SearchField
          label={t('customers.search')}
          placeholder={t('customers.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
          onEnter={() => {
            if (only) void navigate({ to: '/customers/$systemAccountNumber', params: { systemAccountNumber: only.account.systemAccountNumber } });
          }}
        />
      </div>
      {customers.error && !customers.data && <ProblemNote error={customers.error} />}
      <Stale query={customers} />
      {customers.isPending && !customers.error && <Waiting />}
      {customers.data && customers.data.items.length === 0 && (
        <Empty
          title={t(search.q ? 'customers.noneFound' : 'customers.none')}
          action={search.q ? { label: t('action.showAll'), onClick: () => void navigate({ search: {} }) } : undefined}
        >
          {t(search.q ? 'customers.noneFoundHint' : 'customers.noneHint')}
        </Empty>
      )}
      {customers.data && customers.data.items.length > 0 && (
        <>
          <DataTable
            label={t('nav.customers')}
            columns={columns}
            rows={customers.data.items}
            idOf={({ account }) => account.id}
            sort={sort}
            onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next, page: undefined }) })}
            busy={customers.isPlaceholderData}
          />
          <Pager page={page} size={SIZE} total={customers.data.total} onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next + 1 }) })} />
        </>
      )}
    </>
  );
}
