import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/Icon';
import { useLiveState } from '../live/LiveProvider';

/** What the reader must know about the line: it is said once, above everything, and by itself. */
export function Notices() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const live = useLiveState();
  const text = !online ? t('notice.offline') : live === 'lost' ? t('notice.liveLost') : null;
  return (
    <div role="status">
      {text && (
        <p className="p-notice">
          <Icon name="warning" />
          {text}
        </p>
      )}
    </div>
  );
}
