import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readsQuery } from '../../api/queries';
import type { DeviceDetail } from '../../api/types';
import { QueryNote } from '../../components/QueryNote';
import { ReadsPlot } from '../../components/ReadsPlot';
import { Section } from '../../components/Section';
import { keysOf, type CounterKey } from '../../lib/counters';
import { curveOf } from '../../lib/curve';
import { todayIn } from '../../lib/format';

/** The reads of a device as a curve, one counter at a time. */
export function ReadsCurve({
  device,
  counter,
  onCounter,
  typed,
}: {
  device: DeviceDetail;
  counter: CounterKey;
  onCounter: (counter: CounterKey) => void;
  typed?: { on: string; value: number };
}) {
  const { t } = useTranslation();
  const reads = useQuery(readsQuery(device.id));
  const keys = keysOf(device.counters);
  const points = reads.data ? curveOf(reads.data.items, reads.data.resets, counter) : [];
  return (
    <Section
      title={t('device.reads')}
      aside={
        keys.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('counter.which')}
            value={counter}
            onChange={(value) => onCounter(value as CounterKey)}
            data={keys.map((key) => ({ value: key, label: t(`counter.${key}`) }))}
          />
        )
      }
    >
      <QueryNote query={reads} />
      {reads.data && (
        <ReadsPlot
          counter={t(`counter.${counter}`)}
          points={points}
          perDay={device.expected?.[counter]?.perDay}
          today={todayIn(device.location?.timeZone)}
          typed={typed}
        />
      )}
    </Section>
  );
}
