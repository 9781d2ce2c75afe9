import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/types';
import { Icon } from '../../components/Icon';
import { useStateText } from '../../components/TicketBits';
import { isEnRoute, stepsOf } from '../../lib/ticketSteps';
import { partOfTicket } from '../../live/flowUpdates';
import { useJustChanged } from '../../live/changes';

/** The way of the ticket, and where on it one is. */
export function StateBar({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const text = useStateText();
  const changed = useJustChanged(partOfTicket(ticket.reference, 'state'));
  return (
    <ol className="p-steps" aria-label={t('ticket.progress')} data-changed={changed || undefined}>
      {stepsOf(ticket).map(({ state, standing }) => (
        <li key={state} data-standing={standing} aria-current={standing === 'current' ? 'step' : undefined}>
          <span className="p-step-mark" aria-hidden="true">
            {standing === 'done' && <Icon name="check" />}
          </span>
          <span>{text(state)}</span>
          {standing === 'current' && isEnRoute(ticket) && <span className="p-quiet">{t('ticket.enRoute')}</span>}
        </li>
      ))}
    </ol>
  );
}
