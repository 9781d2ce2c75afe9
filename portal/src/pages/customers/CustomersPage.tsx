import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersQuery } from '../../api/queries';
import type { Customer } from '../../api/types';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { useFormat } from '../../components/useFormat';
import { singleHit } from './singleHit';

const route = getRouteApi('/customers');
const SIZE = 25;

export function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, sort: search.sort ?? 'name,asc', q: search.q ?? '' };
  const customers = useQuery(customersQuery(filter));
  const [entered, setEntered] = useState<string | null>(null);
  const hit = entered === null ? null : singleHit(entered, filter.q, customers);

  useEffect(() => {
    if (entered === null || hit === 'not yet') return;
    setEntered(null);
    if (hit) void navigate({ to: '/customers/$systemAccountNumber', params: { systemAccountNumber: hit.account.systemAccountNumber } });
  }, [entered, hit, navigate]);

  const columns: readonly Column<Customer>[] = [
    {
      key: 'name',
      header: t('customers.name'),
      sort: 'name',
      cell: ({ account }) => (
        <Link to="/customers/$systemAccountNumber" params={{ systemAccountNumber: account.systemAccountNumber }} className="p-wraps">
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
          onEnter={setEntered}
        />
      </div>
      <PagedTable
        query={customers}
        filter={filter}
        label={t('nav.customers')}
        columns={columns}
        idOf={({ account }) => account.id}
        onSort={(sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        empty={
          search.q ? (
            <Empty title={t('customers.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: {} }) }}>
              {t('customers.noneFoundHint')}
            </Empty>
          ) : (
            <Empty title={t('customers.none')}>{t('customers.noneHint')}</Empty>
          )
        }
      />
    </>
  );
}
