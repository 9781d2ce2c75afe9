import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { customerQuery } from '../../api/queries';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote } from '../../components/QueryNote';
import { TicketForm } from './TicketForm';
import { TOPICS } from './topics';

const route = getRouteApi('/tickets/new');

export function NewTicketPage() {
  const { t } = useTranslation();
  const { can, isStaff } = useSession();
  const { device, customer, topic } = route.useSearch();
  const forCustomer = isStaff && can('TICKET_DESK') && customer !== undefined;
  const card = useQuery({ ...customerQuery(customer ?? ''), enabled: forCustomer });
  if (!can('TICKET_USE') && !forCustomer) {
    return (
      <>
        <PageHeading title={t('ticket.new')} />
        <Empty title={t(can('TICKET_DESK') ? 'ticketForm.chooseCustomer' : 'ticketForm.notAllowed')} action={can('TICKET_DESK') ? { to: '/customers', label: t('customer.toList') } : { to: '/', label: t('action.home') }} />
      </>
    );
  }
  if (forCustomer && !card.data) return <PageQueryNote query={card} title={t('ticket.new')} />;
  return (
    <>
      <PageHeading title={t('ticket.new')} sub={<p>{forCustomer ? card.data?.account.name : t('ticketForm.intro')}</p>} />
      <TicketForm key={`${device} ${customer} ${topic}`} device={device} topic={TOPICS.find((each) => each === topic)} customer={forCustomer ? card.data : undefined} />
    </>
  );
}
