import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceQuery } from '../../../api/queries';
import { useSession } from '../../../app/session';
import { QueryNote } from '../../../components/QueryNote';
import { Section } from '../../../components/Section';
import { DevicePicker } from '../../tickets/DevicePicker';
import { LastUsage } from './AskCorrection';

/** A correction that is not started from the device: first the device is chosen, then the line of its last invoice. */
export function NewCorrection({ hint, aside }: { hint?: string; aside?: ReactNode }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const [deviceId, choose] = useState('');
  const device = useQuery({ ...deviceQuery(deviceId), enabled: deviceId !== '' });
  return (
    <Section title={t('correction.ask')} className="p-before" aside={aside}>
      {hint && <p className="p-quiet p-new-correction-hint">{hint}</p>}
      <div className="p-new-correction">
        <DevicePicker value={deviceId} onChange={choose} accountId={account?.id} optional={false} error={null} />
      </div>
      {deviceId !== '' && <QueryNote query={device} />}
      {device.data && <LastUsage key={device.data.id} device={device.data} />}
    </Section>
  );
}
