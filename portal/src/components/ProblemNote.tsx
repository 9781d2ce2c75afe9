import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Offline, Problem, Unreachable, isOutcomeUnknown, type FieldMessage } from '../api/problem';
import { Icon } from './Icon';

/** A refusal in the reader's words: what, why, the way out, and the code to name on the phone. */
export function ProblemNote({
  title,
  error,
  others,
  command,
  onRetry,
  ref,
}: {
  /** What did not work, where the place does not tell it. */
  title?: string;
  error: unknown;
  others?: readonly FieldMessage[];
  /** Whether it was to change something, so that a broken line leaves open whether it did. */
  command?: boolean;
  onRetry?: () => void;
  ref?: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="p-note p-note-danger" tabIndex={-1} ref={ref}>
      <Icon name="warning" />
      <div>
        {title && <strong>{title}</strong>}
        <What error={error} />
        {command && isOutcomeUnknown(error) && <p>{t('problem.outcomeUnknown')}</p>}
        {others && others.length > 0 && (
          <ul>
            {others.map((message) => (
              <li key={message.field + message.code}>{message.message}</li>
            ))}
          </ul>
        )}
        {error instanceof Problem && (
          <p className="p-code">
            {error.code}
            {error.correlationId && ` · ${error.correlationId}`}
          </p>
        )}
        {onRetry && (
          <p className="p-buttons">
            <Button variant="default" size="xs" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

function What({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof Unreachable) return <p>{t('problem.unreachable')}</p>;
  if (error instanceof Offline) return <p>{t('problem.offline')}</p>;
  if (!(error instanceof Problem)) return <p>{t('problem.unexpected')}</p>;
  return (
    <>
      {error.title && error.title !== error.detail && <strong>{error.title}</strong>}
      <p>{error.detail ?? (error.title ? '' : t('problem.unexpected'))}</p>
    </>
  );
}
