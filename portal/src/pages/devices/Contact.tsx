import { useTranslation } from 'react-i18next';
import type { Device } from '../../api/types';
import { Ago } from '../../components/Ago';
import { Icon } from '../../components/Icon';

/** When the device was last heard of; silence is said in words, not by colour alone. */
export function LastContact({ device }: { device: Device }) {
  const { t } = useTranslation();
  if (!device.lastCommunication) return <span className="p-quiet">{t('device.neverHeard')}</span>;
  return (
    <span className="p-contact">
      <Ago at={device.lastCommunication} />
      {!device.reporting && (
        <span className="p-tag p-tag-warn">
          <Icon name="warning" />
          {t('device.silent')}
        </span>
      )}
    </span>
  );
}
