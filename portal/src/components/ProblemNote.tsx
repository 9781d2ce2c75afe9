import { useTranslation } from 'react-i18next';
import { Problem, Unreachable, type FieldMessage } from '../api/problem';
import { Icon } from './Icon';

/** A refusal in the reader's words: what, why, and the code to name on the phone. */
export function ProblemNote({ error, others }: { error: unknown; others?: readonly FieldMessage[] }) {
  const { t } = useTranslation();
  if (error instanceof Problem) {
    return (
      <div role="alert" className="p-note p-note-danger">
        <Icon name="warning" />
        <div>
          {error.title && error.title !== error.detail && <strong>{error.title}</strong>}
          <p>{error.detail ?? (error.title ? '' : t('problem.unexpected'))}</p>
          {others && others.length > 0 && (
            <ul>
              {others.map((message) => (
                <li key={message.field + message.code}>{message.message}</li>
              ))}
            </ul>
          )}
          <p className="p-code">
            {error.code}
            {error.correlationId && ` · ${error.correlationId}`}
          </p>
        </div>
      </div>
    );
  }
  return (
    <div role="alert" className="p-note p-note-danger">
      <Icon name="warning" />
      <p>{t(error instanceof Unreachable ? 'problem.unreachable' : 'problem.unexpected')}</p>
    </div>
  );
}
