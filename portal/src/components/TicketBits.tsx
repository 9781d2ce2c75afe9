import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketRow, TicketState } from '../api/types';
import { useSession } from '../app/session';
import { Icon } from './Icon';
import { useFormat } from './useFormat';
import '../styles/tickets.css';

/** The state in words; the colour only repeats it. */
export function StateTag({ state }: { state: TicketState }) {
  const text = useStateText();
  return <span className={`p-tag p-state p-state-${state.toLowerCase()}`}>{text(state)}</span>;
}

/** A state as the reader calls it: who waits for the customer does not wait for "you". */
export function useStateText(): (state: TicketState) => string {
  const { t } = useTranslation();
  const { isStaff } = useSession();
  return (state) => (state === 'WAITING_FOR_CUSTOMER' && isStaff ? t('ticketState.waitingForCustomer') : t(`ticketState.${state}`));
}

export function PriorityTag({ priority }: { priority: number | null | undefined }) {
  const { t } = useTranslation();
  if (priority == null) return <span className="p-quiet">{t('ticket.noPriority')}</span>;
  return (
    <span className={`p-tag p-priority p-priority-${priority}`} title={t(`priority.${priority}`)}>
      {t('ticket.priorityOf', { priority })}
    </span>
  );
}

/** The priority; where there is none, staff see since when there should be one. */
export function TicketPriority({ ticket }: { ticket: Pick<TicketRow, 'priority' | 'triageOverdueSince'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ticket.priority != null || !ticket.triageOverdueSince) return <PriorityTag priority={ticket.priority} />;
  return (
    <span className="p-tag p-triage-overdue" title={t('ticket.triageDue', { at: format.instant(ticket.triageOverdueSince) })}>
      <Icon name="clock" />
      {t('ticket.triageOverdue')}
    </span>
  );
}

/** What who opened it said of the machine, where that is bad. */
export function MachineDown({ ticket }: { ticket: Pick<TicketRow, 'machineDown'> }) {
  const { t } = useTranslation();
  return ticket.machineDown ? <span className="p-quiet">{t('ticket.machineDown')}</span> : null;
}

/** A ticket as people call it: the reference, with the subject below. */
export function TicketLink({ ticket }: { ticket: Pick<TicketRow, 'reference' | 'subject'> }) {
  return (
    <span className="p-two-lines">
      <Link to="/tickets/$reference" params={{ reference: ticket.reference }} className="p-figure">
        {ticket.reference}
      </Link>
      <span>{ticket.subject}</span>
    </span>
  );
}
