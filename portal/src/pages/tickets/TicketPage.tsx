import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { staffQuery, ticketQuery } from '../../api/queries';
import type { Ticket } from '../../api/types';
import { useSession } from '../../app/session';
import { AnswerDue } from '../../components/AnswerDue';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { MachineDown, TicketPriority, useStateText } from '../../components/TicketBits';
import { TimelineList } from '../../components/Timeline';
import { useFormat } from '../../components/useFormat';
import { isSettled } from '../../lib/deadline';
import { isEnRoute, may } from '../../lib/ticketSteps';
import { useJustChanged } from '../../live/changes';
import { partOfTicket, type TicketPart } from '../../live/flowUpdates';
import { DispatchDialog } from '../planning/DispatchDialog';
import { AssignmentForm } from './AssignmentForm';
import { CloseTicket } from './CloseTicket';
import { CommentBox } from './CommentBox';
import { Conversation } from './Conversation';
import { PriorityForm } from './PriorityForm';
import { ResolutionForm } from './ResolutionForm';
import { StateBar } from './StateBar';

const route = getRouteApi('/tickets/$reference');

export function TicketPage() {
  const { t } = useTranslation();
  const { reference } = route.useParams();
  const ticket = useQuery(ticketQuery(reference));
  if (ticket.error instanceof Problem && ticket.error.status === 404) {
    return (
      <>
        <PageHeading title={t('ticket.notFoundTitle')} />
        <Empty title={t('ticket.notFound', { reference })} action={{ to: '/tickets', label: t('ticket.toList') }} />
      </>
    );
  }
  if (!ticket.data) return <PageQueryNote query={ticket} />;
  return (
    <>
      <QueryNote query={ticket} />
      <TicketView key={reference} ticket={ticket.data} />
    </>
  );
}

function TicketView({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { isStaff, can } = useSession();
  const { reference } = ticket;
  const acts = may(ticket, 'priority') || may(ticket, 'assignment') || may(ticket, 'dispatch') || may(ticket, 'resolution');
  return (
    <>
      <PageHeading
        title={`${reference} · ${ticket.subject}`}
        sub={
          <p>
            {[t(`ticketKind.${ticket.kind}`), t(`topic.${ticket.topic}`, { defaultValue: ticket.topic })].join(' · ')}
            {ticket.deviceId && (
              <>
                {' · '}
                <Link to="/devices/$deviceId" params={{ deviceId: ticket.deviceId }}>
                  {ticket.serialNumber}
                </Link>
                {` ${ticket.model ?? ''}`}
                {ticket.machineDown && ' · '}
                <MachineDown ticket={ticket} />
              </>
            )}
            {isStaff && (
              <>
                {' · '}
                {can('CUSTOMER_CARD_VIEW') ? (
                  <Link to="/customers/$systemAccountNumber" params={{ systemAccountNumber: ticket.systemAccountNumber }}>
                    {ticket.accountName}
                  </Link>
                ) : (
                  ticket.accountName
                )}
              </>
            )}
          </p>
        }
        actions={may(ticket, 'closure') && <CloseTicket reference={reference} />}
      />
      <StateBar ticket={ticket} />
      <SaysState ticket={ticket} />
      <Facts ticket={ticket} />
      <div className="p-columns">
        <div className="p-column">
          <Section title={t('ticket.conversation')}>
            <Conversation ticket={ticket} />
            <CommentBox ticket={ticket} />
          </Section>
        </div>
        <div className="p-column">
          {acts && (
            <div className="p-column p-actions">
              {may(ticket, 'priority') && <PriorityForm ticket={ticket} />}
              {may(ticket, 'assignment') && <AssignmentForm ticket={ticket} />}
              {may(ticket, 'dispatch') && <VisitPlan ticket={ticket} />}
              {may(ticket, 'resolution') && <ResolutionForm reference={reference} label={t('resolution.title')} button="resolution.resolve" />}
            </div>
          )}
          <Section title={t('timeline.title')} className="p-last">
            <TimelineList entries={ticket.timeline} label={t('timeline.title')} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** A change of state is said, not only shown. */
function SaysState({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const text = useStateText();
  const [first] = useState(ticket.state);
  const [said, say] = useState('');
  useEffect(() => {
    if (ticket.state !== first) say(t('ticket.nowIs', { state: text(ticket.state) }));
  }, [ticket.state]);
  return (
    <p role="status" className="p-hidden">
      {said}
    </p>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = ticket.location;
  return (
    <dl className="p-facts">
      <Fact ticket={ticket} part="priority" label={t('ticket.priority')}>
        <TicketPriority ticket={ticket} />
        {ticket.priority != null && <span className="p-quiet">{t(`priority.${ticket.priority}`)}</span>}
      </Fact>
      <Fact ticket={ticket} part="priority" label={t('ticket.answerDue')}>
        <AnswerDue ticket={ticket} />
        {ticket.answerDue && !isSettled(ticket.state) && <span className="p-quiet">{format.instant(ticket.answerDue)}</span>}
      </Fact>
      {ticket.visitFrom && ticket.visitUntil && (
        <Fact ticket={ticket} part="visit" label={t('ticket.visit')}>
          {format.window(ticket.visitFrom, ticket.visitUntil)}
          <span className="p-quiet">
            {ticket.engineerName}
            {isEnRoute(ticket) && ` · ${t('ticket.enRoute')}`}
          </span>
        </Fact>
      )}
      <Fact ticket={ticket} part="assignment" label={t('ticket.specialist')}>
        {ticket.specialistName ?? t('assignment.nobody')}
      </Fact>
      {place && (
        <Fact ticket={ticket} label={t('device.location')}>
          {[place.site, place.room].filter(Boolean).join(' · ')}
          <span className="p-quiet">{[place.street, `${place.postalCode} ${place.city}`].join(', ')}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ ticket, part, label, children }: { ticket: Ticket; part?: TicketPart; label: string; children: ReactNode }) {
  const changed = useJustChanged(part ? partOfTicket(ticket.reference, part) : '');
  return (
    <div data-changed={changed || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function VisitPlan({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const engineers = useQuery(staffQuery('SERVICE_ENGINEER'));
  const format = useFormat();
  return (
    <Section title={t('ticket.visit')}>
      <QueryNote query={engineers} />
      {ticket.visitFrom && ticket.visitUntil && (
        <p>
          {format.window(ticket.visitFrom, ticket.visitUntil)} · {ticket.engineerName}
        </p>
      )}
      {engineers.data && (
        <div className="p-buttons">
          <Button variant="default" leftSection={<Icon name="board" />} onClick={dialog.open}>
            {t(ticket.visitFrom ? 'dispatch.again' : 'dispatch.plan')}
          </Button>
        </div>
      )}
      {opened && (
        <DispatchDialog
          ticket={ticket}
          engineers={engineers.data ?? []}
          plan={{
            engineerId: engineers.data?.find(({ name }) => name === ticket.engineerName)?.userId ?? '',
            from: ticket.visitFrom ?? undefined,
            until: ticket.visitUntil ?? undefined,
          }}
          onClose={dialog.close}
        />
      )}
    </Section>
  );
}
