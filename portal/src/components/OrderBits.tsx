import { useTranslation } from 'react-i18next';
import type { Order } from '../api/types';
import { useFormat } from './useFormat';
import '../styles/tickets.css';

export function OrderStateTag({ state }: { state: Order['state'] }) {
  const { t } = useTranslation();
  return <span className={`p-tag p-state p-order-${state.toLowerCase()}`}>{t(`orderState.${state}`)}</span>;
}

/** What is in the parcel, in the colour it has. */
export function OrderGoods({ order }: { order: Pick<Order, 'colour' | 'kind'> }) {
  const { t } = useTranslation();
  return (
    <span className="p-goods">
      <span className={`p-swatch p-ink-${order.colour.toLowerCase()}`} aria-hidden="true" />
      <span className="p-two-lines">
        <span>{t(`supply.TONER_${order.colour}`)}</span>
        <span className="p-quiet">{t(`orderKind.${order.kind}`)}</span>
      </span>
    </span>
  );
}

/** When it happened last, with the state it led to. */
export function OrderWhen({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = order.deliveredAt ?? order.shippedAt ?? order.placedAt;
  return (
    <span className="p-two-lines">
      <span>
        <OrderStateTag state={order.state} />
      </span>
      <span className="p-quiet">
        <time dateTime={at} title={t('orders.placedOn', { date: format.instant(order.placedAt) })}>
          {format.instant(at)}
        </time>
      </span>
    </span>
  );
}
