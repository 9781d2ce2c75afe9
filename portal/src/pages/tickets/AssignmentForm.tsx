import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { assign, staffQuery } from '../../api/queries';
import type { Ticket } from '../../api/types';
import { useSession } from '../../app/session';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { useTicketCommand } from './useTicketCommand';

/** One specialist looks after a ticket; those of its region are offered. */
export function AssignmentForm({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const { reference } = ticket;
  const staff = useQuery(staffQuery('CONTACT_CENTRE'));
  const [chosen, choose] = useState('');
  const command = useTicketCommand<string>(reference, 'assignment', (specialistId, key) => assign(reference, specialistId, key));
  const problem = command.error instanceof Problem ? command.error : null;
  // No region means all of them.
  const people = (staff.data ?? []).filter(({ regions }) => regions.length === 0 || regions.includes(ticket.region));
  const isMine = ticket.specialistName === me.name;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) command.send(chosen);
  };
  return (
    <form onSubmit={onSubmit} aria-label={t('assignment.title')}>
      <Section title={t('assignment.title')} aside={<span className="p-quiet">{ticket.specialistName ?? t('assignment.nobody')}</span>}>
        <QueryNote query={staff} />
        {staff.data && (
          <NativeSelect
            label={t('ticket.specialist')}
            value={chosen}
            onChange={(event) => {
              choose(event.currentTarget.value);
              command.forget();
            }}
            data={[{ value: '', label: t('ticketForm.choose') }, ...people.map(({ userId, name }) => ({ value: userId, label: name }))]}
            error={problem && problem.at('specialistId').length > 0 && <Messages messages={problem.at('specialistId')} />}
          />
        )}
        {command.error && <ProblemNote command error={command.error} others={problem?.beside(['specialistId'])} />}
        <div className="p-buttons">
          <Button type="submit" variant="default" disabled={!chosen || command.isPending} aria-busy={command.isPending}>
            {t(command.isPending ? 'state.saving' : 'assignment.assign')}
          </Button>
          {!isMine && people.some(({ userId }) => userId === me.userId) && (
            <Button variant="default" disabled={command.isPending} onClick={() => command.send(me.userId)}>
              {t('assignment.toMe')}
            </Button>
          )}
        </div>
      </Section>
    </form>
  );
}
