import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { useFormat } from './useFormat';

/** Says how old the data on screen is when it could not be refreshed. */
export function Stale({ query }: { query: { error: unknown; data: unknown; dataUpdatedAt: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!query.error || query.data === undefined) return null;
  return (
    <div role="status" className="p-note p-note-warn">
      <Icon name="warning" />
      <p>{t('state.stale', { age: format.ago(new Date(query.dataUpdatedAt).toISOString()) })}</p>
    </div>
  );
}
