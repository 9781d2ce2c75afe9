import { useTranslation } from 'react-i18next';
import type { Device } from '../../api/types';
import { Icon } from '../../components/Icon';
import { useFormat } from '../../components/useFormat';

/** Whether the device can be worked with, in words. */
export function DeviceStateTag({ device }: { device: Pick<Device, 'state'> }) {
  const { t } = useTranslation();
  if (device.state === 'WORKING') return <span className="p-tag">{t('deviceState.WORKING')}</span>;
  return (
    <span className="p-tag p-tag-warn">
      <Icon name="warning" />
      {t(`deviceState.${device.state}`)}
    </span>
  );
}

/** What covers the device now. */
export function Coverage({ device }: { device: Pick<Device, 'coverage'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cover = device.coverage;
  if (!cover) return <span className="p-quiet">{t('coverage.none')}</span>;
  return (
    <span className="p-two-lines">
      <span>{t(cover.maintenance ? (cover.supplies ? 'coverage.both' : 'coverage.maintenance') : cover.supplies ? 'coverage.supplies' : 'coverage.contractOnly')}</span>
      <span className="p-quiet p-figure">
        {cover.contractNumber}
        {cover.until && ` · ${t('device.contractUntil', { date: format.date(cover.until) })}`}
      </span>
    </span>
  );
}
