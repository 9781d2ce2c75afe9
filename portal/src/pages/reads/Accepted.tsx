import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadAccepted } from '../../api/types';
import { CounterList } from '../../components/CounterList';
import { Icon } from '../../components/Icon';
import { useFormat } from '../../components/useFormat';

export function Accepted({ deviceId, answer }: { deviceId: string; answer: ReadAccepted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div className="p-note p-note-ok p-accepted" role="status" tabIndex={-1} ref={note}>
      <Icon name="check" />
      <div>
        <strong>{t('read.accepted')}</strong>
        <p>
          <CounterList counters={answer.counters} /> · {format.date(answer.readOn)}
          {answer.confirmed && ` · ${t('read.confirmed')}`}
        </p>
        {answer.previous && (
          <p className="p-quiet">
            {t('read.previous')}: <CounterList counters={answer.previous.counters} /> · {format.date(answer.previous.readOn)}
          </p>
        )}
        <div className="p-buttons">
          <Button renderRoot={(props) => <Link to="/reads" {...props} />}>{t('read.toList')}</Button>
          <Button variant="default" renderRoot={(props) => <Link to="/devices/$deviceId" params={{ deviceId }} {...props} />}>
            {t('read.toDevice')}
          </Button>
        </div>
      </div>
    </div>
  );
}
