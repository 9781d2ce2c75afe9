import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../api/types';
import { AnswerDue } from '../../components/AnswerDue';
import { Section } from '../../components/Section';
import { MachineDown, PriorityTag } from '../../components/TicketBits';
import { useFormat } from '../../components/useFormat';
import { planningOrder } from '../../lib/queue';
import { useJustChanged } from '../../live/changes';
import { take } from './dragged';

const USUAL_MINUTES = 60;

/** What waits for an engineer, the next deadline first. */
export function Unplanned({
  tickets,
  saving,
  onAsk,
}: {
  tickets: readonly TicketRow[];
  saving: string | undefined;
  onAsk: (ticket: TicketRow) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('board.unplanned')}
      aside={tickets.length > 0 ? <span className="p-total p-figure">{format.count(tickets.length)}</span> : undefined}
      className="p-unplanned"
    >
      {tickets.length === 0 ? (
        <p className="p-quiet">{t('board.noneUnplanned')}</p>
      ) : (
        <ul aria-label={t('board.unplanned')} className="p-cards">
          {planningOrder(tickets).map((ticket) => (
            <Card key={ticket.reference} ticket={ticket} isSaving={ticket.reference === saving} onAsk={() => onAsk(ticket)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Card({ ticket, isSaving, onAsk }: { ticket: TicketRow; isSaving: boolean; onAsk: () => void }) {
  const { t } = useTranslation();
  const changed = useJustChanged(ticket.reference);
  return (
    <li
      className="p-card"
      data-changed={changed || undefined}
      data-saving={isSaving || undefined}
      draggable={!isSaving}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', ticket.reference);
        event.dataTransfer.effectAllowed = 'move';
        take({ reference: ticket.reference, minutes: USUAL_MINUTES, grabbed: 0 });
      }}
      onDragEnd={() => take(null)}
    >
      <p className="p-card-head">
        <Link to="/tickets/$reference" params={{ reference: ticket.reference }} draggable={false}>
          {ticket.reference}
        </Link>
        {ticket.priority == null ? <span className="p-tag">{t('board.needsPriority')}</span> : <PriorityTag priority={ticket.priority} />}
      </p>
      <p>{ticket.subject}</p>
      <p className="p-quiet">{[ticket.accountName, ticket.region].join(' · ')}</p>
      <MachineDown ticket={ticket} />
      <AnswerDue ticket={ticket} />
      <Button size="xs" variant="default" onClick={onAsk} disabled={isSaving} aria-label={t('dispatch.planFor', { reference: ticket.reference })}>
        {t(isSaving ? 'state.saving' : 'dispatch.plan')}
      </Button>
    </li>
  );
}
