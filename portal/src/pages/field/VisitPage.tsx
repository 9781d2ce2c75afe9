import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { ticketQuery, worklistQuery } from '../../api/queries';
import type { Location, Ticket, WorklistVisit } from '../../api/types';
import { useSession } from '../../app/session';
import { CounterList } from '../../components/CounterList';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { PriorityTag, StateTag } from '../../components/TicketBits';
import { useFormat } from '../../components/useFormat';
import { ownZone } from '../../lib/format';
import { useJustChanged } from '../../live/changes';
import { partOfTicket } from '../../live/flowUpdates';
import { CommentBox } from '../tickets/CommentBox';
import { Conversation } from '../tickets/Conversation';
import { VisitStep } from './VisitStep';

const route = getRouteApi('/visits/$reference');

/** One visit: what comes next as one big button, then all that is needed on site. */
export function VisitPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { reference } = route.useParams();
  const ticket = useQuery(ticketQuery(reference));
  const worklist = useQuery({ ...worklistQuery, enabled: can('FIELD_WORK') });
  if (ticket.error instanceof Problem && ticket.error.status === 404) {
    return (
      <>
        <PageHeading title={t('field.notFoundTitle')} />
        <Empty title={t('field.notFound', { reference })} action={{ to: '/visits', label: t('field.toList') }} />
      </>
    );
  }
  if (!ticket.data) return <PageQueryNote query={ticket} />;
  const visit = worklist.data?.find((each) => each.reference === reference);
  return (
    <>
      <PageHeading title={`${reference} · ${ticket.data.subject}`} sub={<p>{ticket.data.accountName}</p>} />
      <QueryNote query={ticket} />
      <VisitView key={reference} ticket={ticket.data} visit={visit} />
    </>
  );
}

function VisitView({ ticket, visit }: { ticket: Ticket; visit: WorklistVisit | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useJustChanged(partOfTicket(ticket.reference, 'visit'));
  const place = ticket.location ?? visit?.location;
  return (
    <div className="p-column p-visits">
      <dl className="p-facts p-visits-facts" data-changed={changed || undefined}>
        {ticket.visitFrom && ticket.visitUntil && (
          <div>
            <dt>{t('ticket.visit')}</dt>
            <dd className="p-visits-time p-figure">{format.window(ticket.visitFrom, ticket.visitUntil)}</dd>
          </div>
        )}
        <div>
          <dt>{t('ticket.state')}</dt>
          <dd className="p-contact">
            <StateTag state={ticket.state} />
            <PriorityTag priority={ticket.priority} />
          </dd>
        </div>
      </dl>
      <VisitStep ticket={ticket} />
      {place && <Address place={place} />}
      <Section title={t('field.contact')}>
        <p>{visit?.contactName ?? ticket.requesterName}</p>
        <p className="p-quiet">{ticket.accountName}</p>
      </Section>
      {ticket.deviceId && (
        <Section title={t('device.device')}>
          <p>
            <Link to="/devices/$deviceId" params={{ deviceId: ticket.deviceId }}>
              {ticket.serialNumber}
            </Link>
            {` ${ticket.model ?? ''}`}
          </p>
          {visit && visit.lastReads.length > 0 && (
            <>
              <h3 className="p-quiet">{t('field.lastReads')}</h3>
              <ul className="p-list p-visit-reads" aria-label={t('field.lastReads')}>
                {visit.lastReads.map((read) => (
                  <li key={`${read.readOn} ${read.source}`}>
                    <span className="p-figure">{format.date(read.readOn)}</span>
                    <CounterList counters={read.counters} />
                    <span className="p-quiet">{t(`source.${read.source}`)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      <Section title={t('ticket.conversation')}>
        <Conversation ticket={ticket} />
        <CommentBox ticket={ticket} />
      </Section>
    </div>
  );
}

/** The address as text, and as a link that the phone's own maps open: no other host learns where we go. */
function Address({ place }: { place: Location }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = [place.street, `${place.postalCode} ${place.city}`, format.country(place.country)];
  return (
    <Section title={t('device.location')}>
      <p>
        <strong>{[place.site, place.room].filter(Boolean).join(' · ')}</strong>
      </p>
      <address className="p-address">
        <a href={`geo:0,0?q=${encodeURIComponent(lines.join(', '))}`}>
          <Icon name="place" />
          <span>{lines.join(', ')}</span>
        </a>
      </address>
      {place.timeZone !== ownZone() && <p className="p-quiet">{t('device.timeZone', { zone: place.timeZone })}</p>}
    </Section>
  );
}
