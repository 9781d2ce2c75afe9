import { useTranslation } from 'react-i18next';
import type { Ticket, TicketComment } from '../../api/types';
import { Ago } from '../../components/Ago';
import { Icon } from '../../components/Icon';
import { useJustChanged } from '../../live/changes';

/** What was said, the description first; what only staff reads looks different. */
export function Conversation({ ticket }: { ticket: Pick<Ticket, 'comments' | 'description' | 'requesterName' | 'openedAt' | 'reference'> }) {
  const { t } = useTranslation();
  const first: TicketComment = {
    commentId: `${ticket.reference} description`,
    authorName: ticket.requesterName,
    byStaff: false,
    internal: false,
    text: ticket.description,
    at: ticket.openedAt,
  };
  return (
    <ol className="p-talk" aria-label={t('ticket.conversation')}>
      {[first, ...ticket.comments].map((comment) => (
        <Entry key={comment.commentId} comment={comment} />
      ))}
    </ol>
  );
}

function Entry({ comment }: { comment: TicketComment }) {
  const { t } = useTranslation();
  const changed = useJustChanged(comment.commentId);
  return (
    <li className={comment.internal ? 'p-talk-internal' : comment.byStaff ? 'p-talk-staff' : 'p-talk-customer'} data-changed={changed || undefined}>
      <p className="p-talk-who">
        <strong>{comment.authorName}</strong>
        {comment.internal ? (
          <span className="p-tag p-tag-warn">
            <Icon name="lock" />
            {t('ticket.internalNote')}
          </span>
        ) : (
          comment.byStaff && <span className="p-tag">{t('ticket.byStaff')}</span>
        )}
        <span className="p-quiet">
          <Ago at={comment.at} />
        </span>
      </p>
      <p className="p-talk-text">{comment.text}</p>
    </li>
  );
}
