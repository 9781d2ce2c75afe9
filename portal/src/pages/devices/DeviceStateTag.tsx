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

/** What covers the device now; in short only by which contract. */
export function Coverage({ device, short }: { device: Pick<Device, 'coverage'>; short?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cover = device.coverage;
  if (!cover) return <span className="p-quiet">{t('coverage.none')}</span>;
  return (
    <span className="p-two-lines">
      {!short && <span>{t(cover.maintenance ? (cover.supplies ? 'coverage.both' : 'coverage.maintenance') : cover.supplies ? 'coverage.supplies' : 'coverage.contractOnly')}</span>}
      <span className="p-quiet p-figure">
        {cover.contractNumber}
        {!short && cover.until && ` · ${t('device.contractUntil', { date: format.date(cover.until) })}`}
      </span>
    </span>
  );
}
