import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { comment } from '../../api/queries';
import type { AddComment, Ticket } from '../../api/types';
import { Icon } from '../../components/Icon';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { may } from '../../lib/ticketSteps';
import { useTicketCommand } from './useTicketCommand';

/** Adds to the conversation. Who will read it is said before it is sent, and the box looks like what it writes. */
export function CommentBox({ ticket }: { ticket: Pick<Ticket, 'reference' | 'allowed'> }) {
  const { t } = useTranslation();
  const { reference } = ticket;
  const [text, setText, dropText] = useSessionStorage({ key: `platen.comment.${reference}`, defaultValue: '', getInitialValueInEffect: false });
  const [internal, setInternal] = useSessionStorage({ key: `platen.comment.${reference}.internal`, defaultValue: false, getInitialValueInEffect: false });
  const [isEmpty, setEmpty] = useState(false);
  const command = useTicketCommand<AddComment>(reference, 'comment', (body, key) => comment(reference, body, key), dropText);
  const problem = command.error instanceof Problem ? command.error : null;
  if (!may(ticket, 'comment') && !may(ticket, 'internal')) return null;
  const isInternal = may(ticket, 'internal') && (internal || !may(ticket, 'comment'));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() !== '') command.send({ text: text.trim(), internal: isInternal });
  };
  return (
    <form className="p-talk-box" data-internal={isInternal || undefined} onSubmit={onSubmit} noValidate aria-label={t('comment.add')}>
      {may(ticket, 'internal') && may(ticket, 'comment') && (
        <SegmentedControl
          aria-label={t('comment.who')}
          value={isInternal ? 'internal' : 'all'}
          onChange={(who) => setInternal(who === 'internal')}
          data={[
            { value: 'all', label: t('comment.everybody') },
            { value: 'internal', label: t('comment.staffOnly') },
          ]}
        />
      )}
      <Textarea
        label={t(isInternal ? 'ticket.internalNote' : 'comment.comment')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setEmpty(false);
          command.forget();
        }}
        error={isEmpty ? t('comment.empty') : problem && problem.at('text').length > 0 && <Messages messages={problem.at('text')} />}
        autosize
        minRows={3}
        maxRows={14}
      />
      {command.error && <ProblemNote command error={command.error} others={problem?.beside(['text'])} />}
      <div className="p-buttons">
        <Button type="submit" disabled={command.isPending} aria-busy={command.isPending} variant={isInternal ? 'default' : 'filled'} leftSection={isInternal ? <Icon name="lock" /> : undefined}>
          {t(command.isPending ? 'state.saving' : isInternal ? 'comment.saveInternal' : 'comment.send')}
        </Button>
      </div>
    </form>
  );
}
