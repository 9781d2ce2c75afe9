import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { useFormat } from './useFormat';
import { useTick } from './useTick';

/** Says how old the data on screen is when it cannot be refreshed. */
export function Stale({ since }: { since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  useTick(30_000);
  return (
    <div role="status" className="p-note p-note-warn">
      <Icon name="warning" />
      <p>{t('state.stale', { age: format.ago(new Date(since).toISOString()) })}</p>
    </div>
  );
}
