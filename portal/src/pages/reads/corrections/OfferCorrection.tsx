import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usageLinesQuery } from '../../../api/queries';
import type { DeviceDetail } from '../../../api/types';
import type { TypedCounters } from '../../../components/CounterFields';
import { keysOf } from '../../../lib/counters';
import { AskCorrection } from './AskCorrection';

/** After a refusal: what is wrong may be the read before, as it was invoiced. The correction opens with what was typed. */
export function OfferCorrection({ device, typed, readOn }: { device: DeviceDetail; typed: TypedCounters; readOn: string }) {
  const { t } = useTranslation();
  const usage = useQuery(usageLinesQuery(device.id));
  const [asking, ask] = useState(false);
  if (!usage.data?.invoiceId) return null;
  if (usage.data.openCorrection) {
    return (
      <p className="p-quiet">
        <Link to="/reads/corrections/$number" params={{ number: usage.data.openCorrection }}>
          {t('correction.pending', { number: usage.data.openCorrection })}
        </Link>
      </p>
    );
  }
  return (
    <>
      <p>
        {t('correction.offer')}{' '}
        <Button size="xs" variant="default" onClick={() => ask(true)}>
          {t('correction.edit')}
        </Button>
      </p>
      {asking && (
        <AskCorrection deviceId={device.id} keys={keysOf(device.counters)} invoiceId={usage.data.invoiceId} readOn={readOn} start={typed} onClose={() => ask(false)} />
      )}
    </>
  );
}
