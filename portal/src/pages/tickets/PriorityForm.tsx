import { Button, SegmentedControl } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setPriority } from '../../api/queries';
import type { SetPriority, Ticket } from '../../api/types';
import { PriorityTag } from '../../components/TicketBits';
import { ProblemNote } from '../../components/ProblemNote';
import { Section } from '../../components/Section';
import { priorityOf } from '../../lib/priority';
import { useTicketCommand } from './useTicketCommand';

type Answer = 'yes' | 'no';

/** Two questions decide the priority; what they lead to is shown before it is set. */
export function PriorityForm({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { reference } = ticket;
  const [critical, setCritical] = useState<Answer | null>(null);
  const [workaround, setWorkaround] = useState<Answer | null>(null);
  const command = useTicketCommand<SetPriority>(reference, 'priority', (body, key) => setPriority(reference, body, key));
  const isComplete = critical !== null && workaround !== null;
  const priority = isComplete ? priorityOf(critical === 'yes', workaround === 'yes') : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) command.send({ businessCritical: critical === 'yes', workaround: workaround === 'yes' });
  };
  return (
    <form onSubmit={onSubmit} aria-label={t('priority.title')}>
      <Section title={t('priority.title')} aside={<PriorityTag priority={ticket.priority} />}>
        <YesNo
          question={t('priority.criticalQuestion')}
          value={critical}
          onChange={(answer) => {
            setCritical(answer);
            command.forget();
          }}
        />
        <YesNo
          question={t('priority.workaroundQuestion')}
          value={workaround}
          onChange={(answer) => {
            setWorkaround(answer);
            command.forget();
          }}
        />
        <p role="status" className="p-preview">
          {priority === null ? (
            <span className="p-quiet">{t('priority.answerBoth')}</span>
          ) : (
            <>
              <PriorityTag priority={priority} /> {t(`priority.${priority}`)}
            </>
          )}
        </p>
        {command.error && <ProblemNote command error={command.error} />}
        <div className="p-buttons">
          <Button type="submit" disabled={!isComplete || command.isPending} aria-busy={command.isPending}>
            {t(command.isPending ? 'state.saving' : 'priority.set')}
          </Button>
        </div>
      </Section>
    </form>
  );
}

function YesNo({ question, value, onChange }: { question: string; value: Answer | null; onChange: (answer: Answer) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="p-yes-no">
      <span id={id}>{question}</span>
      <SegmentedControl
        aria-labelledby={id}
        value={value ?? ''}
        onChange={(answer) => onChange(answer as Answer)}
        data={[
          { value: 'yes', label: t('answer.yes') },
          { value: 'no', label: t('answer.no') },
        ]}
      />
    </div>
  );
}
