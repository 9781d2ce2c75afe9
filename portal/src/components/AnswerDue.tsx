import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../api/types';
import { deadlineOf } from '../lib/deadline';
import { Icon } from './Icon';
import { useFormat } from './useFormat';
import { useTick } from './useTick';

/** Until when an answer is promised: how much of the time has gone as a bar, and what is left in words. */
export function AnswerDue({ ticket }: { ticket: Pick<TicketRow, 'state' | 'openedAt' | 'answerDue'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  useTick(20_000);
  const deadline = deadlineOf(ticket);
  if (deadline.kind === 'settled') return <span className="p-quiet">–</span>;
  if (deadline.kind === 'none' || !ticket.answerDue) return <span className="p-quiet">{t('deadline.none')}</span>;
  const time = format.duration(deadline.seconds);
  return (
    <span className={`p-due p-due-${deadline.kind}`} title={t('deadline.explained', { at: format.instant(ticket.answerDue) })}>
      <span className="p-due-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(deadline.part * 100)}%` }} />
      </span>
      <span className="p-due-text">
        {deadline.kind !== 'running' && <Icon name={deadline.kind === 'late' ? 'warning' : 'clock'} />}
        {deadline.kind === 'late' ? t('deadline.late', { time }) : t('deadline.left', { time })}
      </span>
    </span>
  );
}
