import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { arrive, setOut } from '../../api/queries';
import type { Ticket } from '../../api/types';
import { Icon } from '../../components/Icon';
import { ProblemNote } from '../../components/ProblemNote';
import { isSettled } from '../../lib/deadline';
import { nextFieldStep, type FieldStep } from '../../lib/ticketSteps';
import { ResolutionForm } from '../tickets/ResolutionForm';
import { useTicketCommand } from '../tickets/useTicketCommand';

const ORDER: readonly FieldStep[] = ['en-route', 'arrival', 'resolution'];

/** En route, arrived, done: the next of them is a button for a thumb, and what was done is told at the end. */
export function VisitStep({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { reference } = ticket;
  const next = nextFieldStep(ticket);
  const step = useTicketCommand<FieldStep>(reference, 'step', (body, key) => (body === 'en-route' ? setOut(reference, key) : arrive(reference, key)));
  const isDone = isSettled(ticket.state);
  const reached = isDone ? ORDER.length : next ? ORDER.indexOf(next) : 0;
  return (
    <div className="p-visit-step">
      <ol className="p-steps" aria-label={t('ticket.progress')}>
        {ORDER.map((each, index) => (
          <li key={each} data-standing={index < reached ? 'done' : index === reached ? 'current' : 'ahead'} aria-current={index === reached ? 'step' : undefined}>
            <span className="p-step-mark" aria-hidden="true">
              {index < reached && <Icon name="check" />}
            </span>
            <span>{t(`field.${each}`)}</span>
          </li>
        ))}
      </ol>
      {step.error && <ProblemNote command error={step.error} />}
      {(next === 'en-route' || next === 'arrival') && (
        <Button size="xl" fullWidth disabled={step.isPending} aria-busy={step.isPending} onClick={() => step.send(next)}>
          {t(step.isPending ? 'state.saving' : `field.${next}`)}
        </Button>
      )}
      {next === 'resolution' && <ResolutionForm reference={reference} label={t('field.finish')} button="field.resolution" size="xl" />}
      <p role="status" className={isDone ? 'p-note p-note-ok' : 'p-hidden'}>
        {isDone && (
          <>
            <Icon name="check" />
            {t('field.isDone')}
          </>
        )}
      </p>
    </div>
  );
}
