import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { correctionQuery, decideCorrection } from '../../../api/queries';
import type { Correction } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { useSession } from '../../../app/session';
import { CounterList } from '../../../components/CounterList';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../../components/QueryNote';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { Section } from '../../../components/Section';
import { useFormat } from '../../../components/useFormat';
import { ReadsNav } from '../ReadsNav';

const route = getRouteApi('/reads/corrections/$number');

/** One correction: what was invoiced, what somebody says it was, and what billing decided. */
export function CorrectionPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const correction = useQuery(correctionQuery(number));
  if (correction.error instanceof Problem && correction.error.status === 404) {
    return (
      <>
        <PageHeading title={t('correction.notFoundTitle')} />
        <Empty title={t('correction.notFound', { number })} action={{ to: '/reads/corrections', label: t('correction.toList') }} />
      </>
    );
  }
  if (!correction.data) return <PageQueryNote query={correction} />;
  return (
    <>
      <QueryNote query={correction} />
      <View correction={correction.data} />
    </>
  );
}

function View({ correction }: { correction: Correction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const [decision, setDecision] = useState<'approval' | 'rejection' | null>(null);
  return (
    <>
      <PageHeading
        title={t('correction.title', { number: correction.number })}
        sub={
          <p>
            <Link to="/devices/$deviceId" params={{ deviceId: correction.deviceId }}>
              {correction.serialNumber}
            </Link>
            {` · ${correction.accountName}`}
          </p>
        }
        actions={
          can('METER_DECIDE') &&
          correction.state === 'OPEN' && (
            <>
              <Button onClick={() => setDecision('approval')}>{t('correction.approve')}</Button>
              <Button variant="default" onClick={() => setDecision('rejection')}>
                {t('correction.reject')}
              </Button>
            </>
          )
        }
      />
      <ReadsNav />
      <dl className="p-facts">
        <div>
          <dt>{t('ticket.state')}</dt>
          <dd>{t(`correctionState.${correction.state}`)}</dd>
        </div>
        <div>
          <dt>{t('invoice.number')}</dt>
          <dd className="p-figure">{correction.invoiceNumber}</dd>
        </div>
        <div>
          <dt>{t('correction.invoiced')}</dt>
          <dd>{correction.previous ? <CounterList counters={correction.previous} /> : '–'}</dd>
        </div>
        <div>
          <dt>{t('correction.asked')}</dt>
          <dd>
            <CounterList counters={correction.counters} />
            <span className="p-quiet">{format.date(correction.readOn)}</span>
          </dd>
        </div>
      </dl>
      <div className="p-column">
        <Section title={t('correction.comment')}>
          <p className="p-prose">{correction.comment}</p>
          <p className="p-quiet">
            {correction.requestedBy?.name} · {format.instant(correction.requestedAt)}
          </p>
        </Section>
        {correction.state !== 'OPEN' && (
          <Section title={t('correction.decision')} className="p-later">
            <p className="p-prose">{correction.reason}</p>
            <p className="p-quiet">
              {[correction.decidedBy?.name, correction.decidedAt && format.instant(correction.decidedAt)].filter(Boolean).join(' · ')}
            </p>
          </Section>
        )}
      </div>
      {decision && <Decide key={decision} correction={correction} decision={decision} onClose={() => setDecision(null)} />}
    </>
  );
}

function Decide({ correction, decision, onClose }: { correction: Correction; decision: 'approval' | 'rejection'; onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<string, unknown>({
    name: `platen.correction.${correction.number}.${decision}`,
    send: (reason, key) => decideCorrection(correction.number, decision, { reason }, key),
    shownBy: () => [correctionQuery(correction.number).queryKey],
    touches: [['corrections'], ['reads', correction.deviceId], ['device', correction.deviceId]],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t(`correction.${decision}Of`, { number: correction.number })}
      submit={t(decision === 'approval' ? 'correction.approve' : 'correction.reject')}
      text={t(`correction.${decision}Hint`)}
      hint={t('resolution.hint')}
      command={command}
      onClose={onClose}
    />
  );
}
