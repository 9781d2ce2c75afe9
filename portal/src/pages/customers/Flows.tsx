import { useTranslation } from 'react-i18next';
import type { CustomerCard, MonthlyUsage, Order, TicketRow } from '../../api/types';
import { AnswerDue } from '../../components/AnswerDue';
import { DataTable, type Column } from '../../components/DataTable';
import { OrderGoods, OrderWhen } from '../../components/OrderBits';
import { Section } from '../../components/Section';
import { PriorityTag, StateTag, TicketLink } from '../../components/TicketBits';
import { useFormat } from '../../components/useFormat';
import { counterOf } from '../../lib/counters';

/** What is under way for a customer, side by side; a part that the reader may not see is not there. */
export function Flows({ card }: { card: CustomerCard }) {
  const { t } = useTranslation();
  if (!card.tickets && !card.orders && !card.usage) return null;
  return (
    <div className="p-flows">
      {card.tickets && (
        <Section title={t('customer.openTickets')}>
          {card.tickets.length > 0 ? <Tickets tickets={card.tickets} /> : <p className="p-quiet">{t('customer.noTickets')}</p>}
        </Section>
      )}
      {card.orders && (
        <Section title={t('customer.openOrders')}>
          {card.orders.length > 0 ? <Orders orders={card.orders} /> : <p className="p-quiet">{t('customer.noOrders')}</p>}
        </Section>
      )}
      {card.usage && (
        <Section title={t('customer.usage')}>
          {card.usage.lines.length > 0 ? <Usage usage={card.usage} /> : <p className="p-quiet">{t('customer.noUsage')}</p>}
        </Section>
      )}
    </div>
  );
}

function Tickets({ tickets }: { tickets: readonly TicketRow[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<TicketRow>[] = [
    { key: 'ticket', header: t('ticket.ticket'), cell: (ticket) => <TicketLink ticket={ticket} /> },
    {
      key: 'state',
      header: t('ticket.state'),
      cell: (ticket) => (
        <span className="p-stack">
          <StateTag state={ticket.state} />
          {ticket.priority != null && <PriorityTag priority={ticket.priority} />}
        </span>
      ),
    },
    { key: 'due', header: t('ticket.answerDue'), cell: (ticket) => <AnswerDue ticket={ticket} /> },
  ];
  return <DataTable label={t('customer.openTickets')} columns={columns} rows={tickets} idOf={(ticket) => ticket.reference} />;
}

function Orders({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Order>[] = [
    { key: 'order', header: t('orders.order'), cell: (order) => <span className="p-figure p-strong">{order.orderNumber}</span> },
    { key: 'goods', header: t('orders.goods'), cell: (order) => <OrderGoods order={order} /> },
    { key: 'state', header: t('orders.state'), cell: (order) => <OrderWhen order={order} /> },
  ];
  return <DataTable label={t('customer.openOrders')} columns={columns} rows={orders} idOf={(order) => order.orderId} />;
}

function Usage({ usage }: { usage: MonthlyUsage }) {
  const { t } = useTranslation();
  const format = useFormat();
  type Line = MonthlyUsage['lines'][number];
  const columns: readonly Column<Line>[] = [
    { key: 'counter', header: t('counter.which'), cell: (line) => t(`counter.${counterOf(line.counter)}`) },
    { key: 'pages', header: t('customer.pages'), numeric: true, cell: (line) => <span className="p-figure">{format.count(line.pages)}</span> },
    { key: 'amount', header: t('invoice.amount'), numeric: true, cell: (line) => <span className="p-figure">{format.money(line.amount)}</span> },
  ];
  return (
    <>
      <DataTable label={t('customer.usage')} columns={columns} rows={usage.lines} idOf={(line) => line.counter} />
      <p className="p-sum">
        {t('invoice.total')} <strong className="p-figure">{format.money({ currency: usage.currency, value: usage.total })}</strong>
      </p>
      <p className="p-quiet">{t('customer.usageHint')}</p>
    </>
  );
}
