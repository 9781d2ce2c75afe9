import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { worklistQuery } from '../../api/queries';
import type { WorklistVisit } from '../../api/types';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { PriorityTag, StateTag } from '../../components/TicketBits';
import { useFormat } from '../../components/useFormat';
import { useTick } from '../../components/useTick';
import { dayOf } from '../../lib/board';
import { worklistOf } from '../../lib/worklist';
import { useJustChanged } from '../../live/changes';

/** An engineer's day, on his phone. */
export function VisitsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  useTick(60_000);
  const worklist = useQuery({ ...worklistQuery, enabled: can('FIELD_WORK') });
  if (!can('FIELD_WORK')) {
    return (
      <>
        <PageHeading title={t('nav.visits')} />
        <Empty title={t('field.notAllowed')} action={{ to: '/', label: t('action.home') }} />
      </>
    );
  }
  const visits = worklist.data && worklistOf(worklist.data);
  return (
    <>
      <PageHeading title={t('nav.visits')} sub={<p>{format.day(dayOf(new Date()))}</p>} />
      <QueryNote query={worklist} />
      {visits && (
        <div className="p-column p-visits">
          {visits.earlier.length > 0 && <Group title={t('field.earlier')} visits={visits.earlier} />}
          {visits.today.length > 0 ? (
            <Group title={t('field.today')} visits={visits.today} />
          ) : (
            <Empty title={t('field.noneToday')}>{t('field.noneTodayHint')}</Empty>
          )}
          {visits.later.length > 0 && <Group title={t('field.later')} visits={visits.later} />}
        </div>
      )}
    </>
  );
}

function Group({ title, visits }: { title: string; visits: readonly WorklistVisit[] }) {
  return (
    <Section title={title}>
      <ul className="p-list" aria-label={title}>
        {visits.map((visit) => (
          <Line key={visit.reference} visit={visit} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ visit }: { visit: WorklistVisit }) {
  const format = useFormat();
  const changed = useJustChanged(visit.reference);
  const place = visit.location;
  return (
    <li data-changed={changed || undefined} className="p-visits-line">
      <Link to="/visits/$reference" params={{ reference: visit.reference }} className="p-visits-link">
        {visit.visitFrom && visit.visitUntil && <span className="p-visits-time p-figure">{format.window(visit.visitFrom, visit.visitUntil)}</span>}
        <strong>
          {visit.reference} · {visit.subject}
        </strong>
        <span className="p-quiet">{visit.accountName}</span>
        {place && <span className="p-quiet">{[place.street, place.city].join(', ')}</span>}
        <span className="p-contact">
          <StateTag state={visit.state} />
          <PriorityTag priority={visit.priority} />
        </span>
      </Link>
      <Icon name="forward" />
    </li>
  );
}
