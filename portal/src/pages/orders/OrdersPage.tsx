import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ordersQuery, type OrderFilter } from '../../api/queries';
import type { Order } from '../../api/types';
import { useSession } from '../../app/session';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { OrderGoods, OrderWhen } from '../../components/OrderBits';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { useFormat } from '../../components/useFormat';

const route = getRouteApi('/orders');
const SIZE = 25;

export function OrdersPage() {
  const { t } = useTranslation();
  const { isStaff, accounts, account } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state: OrderFilter['state'] = search.state ?? 'open';
  const filter = { state, page: (search.page ?? 1) - 1, size: SIZE, sort: search.sort, q: search.q ?? '' };
  const orders = useQuery(ordersQuery(filter));
  const columns: readonly Column<Order>[] = [
    { key: 'order', header: t('orders.order'), cell: (order) => <span className="p-figure p-strong">{order.orderNumber}</span> },
    { key: 'goods', header: t('orders.goods'), cell: (order) => <OrderGoods order={order} /> },
    { key: 'state', header: t('orders.state'), cell: (order) => <OrderWhen order={order} /> },
    { key: 'tracking', header: t('orders.tracking'), cell: (order) => <Tracking order={order} /> },
    {
      key: 'device',
      header: t('device.device'),
      cell: (order) => (
        <span className="p-two-lines">
          <Link to="/devices/$deviceId" params={{ deviceId: order.deviceId }}>
            {order.serialNumber}
          </Link>
          <span className="p-quiet">{order.model}</span>
        </span>
      ),
    },
    ...(isStaff || (accounts.length > 1 && !account) ? [{ key: 'account', header: t('account.account'), cell: (order: Order) => <span className="p-wraps">{order.accountName}</span> }] : []),
    { key: 'label', header: t('orders.label'), cell: (order) => <Label order={order} /> },
  ];
  return (
    <>
      <PageHeading title={t('nav.orders')} sub={<p>{t('orders.intro')}</p>} />
      <div className="p-tools">
        <SearchField
          label={t('orders.search')}
          placeholder={t('orders.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
        <SegmentedControl
          aria-label={t('orders.which')}
          value={state}
          onChange={(which) => void navigate({ search: (old) => ({ ...old, state: which === 'all' ? 'all' : undefined, page: undefined }) })}
          data={[
            { value: 'open', label: t('orders.open') },
            { value: 'all', label: t('orders.all') },
          ]}
        />
      </div>
      <PagedTable
        query={orders}
        filter={filter}
        label={t('orders.orders')}
        columns={columns}
        idOf={(order) => order.orderId}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={
          search.q ? (
            <Empty title={t('orders.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: { state: 'all' } }) }}>
              {t('orders.noneFoundHint')}
            </Empty>
          ) : state === 'open' ? (
            <Empty title={t('orders.noneOpen')} action={{ label: t('orders.showDelivered'), onClick: () => void navigate({ search: { state: 'all' } }) }}>
              {t('orders.noneHint')}
            </Empty>
          ) : (
            <Empty title={t('orders.none')}>{t('orders.noneHint')}</Empty>
          )
        }
      />
    </>
  );
}

function Tracking({ order }: { order: Order }) {
  const { t } = useTranslation();
  if (!order.carrier && !order.trackingNumber) return <span className="p-quiet">{order.state === 'PLACED' ? t('orders.notShipped') : '–'}</span>;
  return (
    <span className="p-two-lines">
      <span>{order.carrier ?? '–'}</span>
      {order.trackingNumber && <span className="p-code">{order.trackingNumber}</span>}
    </span>
  );
}

/** What is printed on the parcel, so that whoever receives it knows where it belongs. */
function Label({ order }: { order: Order }) {
  const format = useFormat();
  const { label } = order;
  return (
    <span className="p-two-lines">
      <span>{[label.attention, label.name].join(' · ')}</span>
      <span className="p-quiet">{[label.street, `${label.postalCode} ${label.city}`, format.country(label.country)].join(', ')}</span>
    </span>
  );
}
