import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown only after a moment, so that fast answers do not flicker. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="p-waiting" role="status" aria-label={t('state.loading')}>
      <Loader size="sm" />
    </div>
  );
}
