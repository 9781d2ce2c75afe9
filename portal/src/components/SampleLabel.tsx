import { useTranslation } from 'react-i18next';
import type { Order } from '../api/types';
import { useFormat } from './useFormat';

/** A parcel's label as it will be printed; the serial number stands by itself (SUP-58). */
export function SampleLabel({ label }: { label: Order['label'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="p-label" role="group" aria-label={t('autoToner.label')}>
      <address>
        <strong>{label.attention}</strong>
        <span>{label.name}</span>
        <span>{label.street}</span>
        <span>{`${label.postalCode} ${label.city}`}</span>
        <span>{format.country(label.country)}</span>
      </address>
      <span className="p-label-serial">
        {t('autoToner.serial')} <span className="p-code">{label.serialNumber}</span>
      </span>
    </div>
  );
}
