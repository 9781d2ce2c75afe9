import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ticketsQuery, type TicketFilter } from '../../api/queries';
import type { TicketRow } from '../../api/types';
import { useSession } from '../../app/session';
import { Ago } from '../../components/Ago';
import { AnswerDue } from '../../components/AnswerDue';
import type { Column } from '../../components/DataTable';
import { DeskTasks } from '../../components/DeskTasks';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { StateTag, TicketLink, TicketPriority } from '../../components/TicketBits';
import { deskOrder } from '../../lib/queue';

const route = getRouteApi('/tickets');
const SIZE = 25;
/** All that is open at once, so that the next deadline stands first. */
const QUEUE_SIZE = 200;

/** The customer's overview; for staff the queue of what is open. */
export function TicketsPage() {
  const { t } = useTranslation();
  const { isStaff, can } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state: TicketFilter['state'] = search.state ?? 'open';
  const isQueue = isStaff && state === 'open' && !search.sort;
  const filter = {
    state,
    page: (search.page ?? 1) - 1,
    size: isQueue ? QUEUE_SIZE : SIZE,
    sort: isQueue ? 'answerDue,asc' : (search.sort ?? 'openedAt,desc'),
    q: search.q ?? '',
  };
  const answer = useQuery(ticketsQuery(filter));
  const tickets = isQueue && answer.data ? { ...answer, data: { ...answer.data, items: deskOrder(answer.data.items) } } : answer;
  const filtered = Boolean(search.q) || Boolean(search.state);
  const opens = can('TICKET_USE');
  return (
    <>
      <PageHeading
        title={t(isStaff ? 'nav.tickets' : 'nav.service')}
        sub={<p>{t(isStaff ? 'tickets.introStaff' : 'tickets.intro')}</p>}
        actions={opens && <Button renderRoot={(props) => <Link to="/tickets/new" {...props} />}>{t('ticket.new')}</Button>}
      />
      {isStaff && <DeskTasks />}
      <div className="p-tools">
        <SearchField
          label={t('tickets.search')}
          placeholder={t('tickets.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
        <SegmentedControl
          aria-label={t('tickets.which')}
          value={state}
          onChange={(which) =>
            void navigate({ search: (old) => ({ ...old, state: which === 'closed' || which === 'all' ? which : undefined, page: undefined }) })
          }
          data={[
            { value: 'open', label: t('tickets.open') },
            { value: 'closed', label: t('tickets.closed') },
            { value: 'all', label: t('tickets.all') },
          ]}
        />
      </div>
      <PagedTable
        query={tickets}
        filter={filter}
        label={t(isQueue ? 'tickets.queue' : 'nav.tickets')}
        columns={isStaff ? staffColumns(t) : customerColumns(t)}
        idOf={(ticket) => ticket.reference}
        onSort={isQueue ? undefined : (sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={
          filtered ? (
            <Empty title={t('tickets.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: { state: 'all' } }) }}>
              {t('tickets.noneFoundHint')}
            </Empty>
          ) : isStaff ? (
            <Empty title={t('tickets.noneStaff')}>{t('tickets.noneStaffHint')}</Empty>
          ) : (
            <Empty title={t('tickets.none')} action={opens ? { to: '/tickets/new', label: t('ticket.new') } : undefined}>
              {t('tickets.noneHint')}
            </Empty>
          )
        }
      />
    </>
  );
}

type Translate = (key: string) => string;

const ticketColumn = (t: Translate): Column<TicketRow> => ({ key: 'ticket', header: t('ticket.ticket'), cell: (ticket) => <TicketLink ticket={ticket} /> });
const stateColumn = (t: Translate): Column<TicketRow> => ({ key: 'state', header: t('ticket.state'), cell: (ticket) => <StateTag state={ticket.state} /> });
const priorityColumn = (t: Translate): Column<TicketRow> => ({
  key: 'priority',
  header: t('ticket.priority'),
  cell: (ticket) => <TicketPriority ticket={ticket} />,
});
const dueColumn = (t: Translate): Column<TicketRow> => ({
  key: 'due',
  header: t('ticket.answerDue'),
  sort: 'answerDue',
  cell: (ticket) => <AnswerDue ticket={ticket} />,
});

function customerColumns(t: Translate): readonly Column<TicketRow>[] {
  return [
    ticketColumn(t),
    stateColumn(t),
    priorityColumn(t),
    dueColumn(t),
    { key: 'device', header: t('device.device'), cell: (ticket) => <TicketDevice ticket={ticket} /> },
    { key: 'opened', header: t('ticket.opened'), sort: 'openedAt', cell: (ticket) => <Since at={ticket.openedAt} /> },
    { key: 'updated', header: t('ticket.updated'), sort: 'updatedAt', cell: (ticket) => <Since at={ticket.updatedAt} /> },
  ];
}

function staffColumns(t: Translate): readonly Column<TicketRow>[] {
  return [
    ticketColumn(t),
    priorityColumn(t),
    dueColumn(t),
    stateColumn(t),
    {
      key: 'customer',
      header: t('customers.name'),
      cell: (ticket) => (
        <span className="p-two-lines">
          <Link to="/customers/$systemAccountNumber" params={{ systemAccountNumber: ticket.systemAccountNumber }}>
            {ticket.accountName}
          </Link>
          <span className="p-quiet">{ticket.requesterName}</span>
        </span>
      ),
    },
    { key: 'people', header: t('ticket.specialist'), cell: (ticket) => <span className="p-wraps">{ticket.engineerName ?? ticket.specialistName ?? '–'}</span> },
    { key: 'opened', header: t('ticket.opened'), sort: 'openedAt', cell: (ticket) => <Since at={ticket.openedAt} /> },
  ];
}

function Since({ at }: { at: string }) {
  return (
    <span className="p-figure">
      <Ago at={at} />
    </span>
  );
}

function TicketDevice({ ticket }: { ticket: TicketRow }) {
  if (!ticket.deviceId) return <span className="p-quiet">–</span>;
  return (
    <span className="p-two-lines">
      <Link to="/devices/$deviceId" params={{ deviceId: ticket.deviceId }}>
        {ticket.serialNumber}
      </Link>
      <span className="p-quiet">{ticket.model}</span>
    </span>
  );
}
