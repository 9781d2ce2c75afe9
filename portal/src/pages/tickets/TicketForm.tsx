import { Button, Checkbox, NativeSelect, SegmentedControl, TextInput, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { openTicket } from '../../api/queries';
import type { CustomerCard, OpenTicket, TicketKind } from '../../api/types';
import { useCommand } from '../../api/useCommand';
import { useSession } from '../../app/session';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { Section } from '../../components/Section';
import { DevicePicker } from './DevicePicker';
import { canBeDown, missingOf, ticketOf, useTicketDraft, type TicketDraft, type TicketField } from './ticketDraft';
import { TOPICS, type Topic } from './topics';
import '../../styles/tickets.css';

const FIELDS: readonly TicketField[] = ['deviceId', 'topic', 'subject', 'description', 'accountId', 'onBehalfOf'];

/** A ticket for oneself, or at the desk for a customer who calls. What was typed is kept until the ticket exists. */
export function TicketForm({ device, topic, customer }: { device: string | undefined; topic: Topic | undefined; customer: CustomerCard | undefined }) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const about = device ?? customer?.account.systemAccountNumber ?? topic ?? 'new';
  const [draft, setDraft, dropDraft] = useTicketDraft(about, device, topic);
  const [missing, setMissing] = useState<ReadonlySet<TicketField>>(new Set());
  const [refused, count] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const accountId = customer?.account.id ?? session.account?.id;
  const asks = { account: !customer && session.accounts.length > 1 && !session.account, person: customer !== undefined };
  const open = useCommand<OpenTicket, { reference: string }>({
    name: `platen.ticket.${about}.sent`,
    send: openTicket,
    touches: [['tickets'], ['board'], ['customer']],
    onDone: ({ reference }) => {
      dropDraft();
      void navigate({ to: '/tickets/$reference', params: { reference } });
    },
  });
  const problem = open.error instanceof Problem ? open.error : null;

  useEffect(() => {
    if (refused === 0 && !open.error) return;
    (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? note.current)?.focus();
  }, [refused, open.error]);

  const change = (part: Partial<TicketDraft>) => {
    setDraft({ ...draft, ...part });
    setMissing((old) => new Set([...old].filter((field) => !(field in part))));
    open.forget();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = missingOf(draft, asks);
    setMissing(lacking);
    if (lacking.size > 0) count((n) => n + 1);
    else open.send(ticketOf(draft, accountId));
  };
  const errorOf = (field: TicketField): ReactNode => {
    if (missing.has(field)) return t(`ticketForm.missing.${field}`);
    const messages = problem?.at(field) ?? [];
    return messages.length > 0 && <Messages messages={messages} />;
  };

  return (
    <div className="p-columns p-columns-form p-columns-ticket">
      <form ref={form} className="p-column" onSubmit={onSubmit} noValidate aria-label={t('ticket.new')}>
        <Section title={t('ticketForm.what')}>
          {customer && (
            <NativeSelect
              label={t('ticketForm.onBehalfOf')}
              value={draft.onBehalfOf}
              onChange={(event) => change({ onBehalfOf: event.currentTarget.value })}
              data={[{ value: '', label: t('ticketForm.choose') }, ...customer.users.map((user) => ({ value: user.id, label: user.name }))]}
              error={errorOf('onBehalfOf')}
              size="md"
            />
          )}
          <div>
            <SegmentedControl
              aria-label={t('ticket.kind')}
              value={draft.kind}
              onChange={(kind) => change({ kind: kind as TicketKind })}
              data={[
                { value: 'INCIDENT', label: t('ticketKind.INCIDENT') },
                { value: 'QUESTION', label: t('ticketKind.QUESTION') },
              ]}
              fullWidth
              size="md"
            />
            <p className="p-quiet p-under">{t(draft.kind === 'INCIDENT' ? 'ticketForm.incidentHint' : 'ticketForm.questionHint')}</p>
          </div>
          {asks.account && (
            <NativeSelect
              label={t('account.account')}
              description={t('ticketForm.accountHint')}
              value={draft.accountId}
              onChange={(event) => change({ accountId: event.currentTarget.value })}
              data={[{ value: '', label: t('ticketForm.choose') }, ...session.accounts.map((account) => ({ value: account.id, label: account.name }))]}
              error={errorOf('accountId')}
              size="md"
            />
          )}
          <DevicePicker
            value={draft.deviceId}
            onChange={(deviceId) => change({ deviceId })}
            accountId={accountId}
            optional={draft.kind === 'QUESTION'}
            error={errorOf('deviceId')}
            size="md"
          />
          {canBeDown(draft) && (
            <Checkbox
              label={t('ticketForm.machineDown')}
              description={t('ticketForm.machineDownHint')}
              checked={draft.machineDown}
              onChange={(event) => change({ machineDown: event.currentTarget.checked })}
              size="md"
            />
          )}
          <NativeSelect
            label={t('ticket.topic')}
            value={draft.topic}
            onChange={(event) => change({ topic: event.currentTarget.value })}
            data={[{ value: '', label: t('ticketForm.choose') }, ...TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))]}
            error={errorOf('topic')}
            size="md"
          />
          <TextInput
            label={t('ticket.subject')}
            value={draft.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
            error={errorOf('subject')}
            autoComplete="off"
            size="md"
          />
          <Textarea
            label={t('ticket.description')}
            description={t('ticketForm.descriptionHint')}
            value={draft.description}
            onChange={(event) => change({ description: event.currentTarget.value })}
            error={errorOf('description')}
            rows={6}
            size="md"
          />
          {open.error && <ProblemNote ref={note} command error={open.error} others={problem?.beside(FIELDS)} />}
          <div className="p-buttons">
            <Button type="submit" size="md" disabled={open.isPending} aria-busy={open.isPending}>
              {t(open.isPending ? 'state.saving' : 'ticketForm.send')}
            </Button>
          </div>
          <span role="status" className="p-hidden">
            {open.isPending ? t('state.saving') : ''}
          </span>
        </Section>
      </form>
      <div className="p-column">
        <Section title={t('ticketForm.next')}>
          <ol className="p-next">
            <li>{t('ticketForm.next1')}</li>
            <li>{t('ticketForm.next2')}</li>
            <li>{t('ticketForm.next3')}</li>
            <li>{t(draft.kind === 'INCIDENT' ? 'ticketForm.next4' : 'ticketForm.next4Question')}</li>
          </ol>
          <p className="p-quiet">{t('ticketForm.draftKept')}</p>
        </Section>
      </div>
    </div>
  );
}
