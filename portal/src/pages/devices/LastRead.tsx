import { useTranslation } from 'react-i18next';
import type { Device } from '../../api/types';
import { CounterList } from '../../components/CounterList';
import { useFormat } from '../../components/useFormat';

export function LastReadCell({ device }: { device: Device }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = device.lastRead;
  if (!read) return <span className="p-quiet">{t('device.noRead')}</span>;
  return (
    <span className="p-two-lines">
      <CounterList counters={read.counters} />
      <span className="p-quiet">
        {format.date(read.readOn)} · {t(`source.${read.source}`)}
      </span>
    </span>
  );
}
