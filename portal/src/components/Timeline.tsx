import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketState, TimelineEntry } from '../api/types';
import { tellsMore } from '../lib/telling';
import { countersOf } from '../lib/counters';
import { useJustChanged } from '../live/changes';
import { Ago } from './Ago';
import { useCountersText } from './CounterList';
import { useStateText } from './TicketBits';
import { useFormat } from './useFormat';

const AT_FIRST = 12;

/** Who did what when. */
export function TimelineList({ entries, withDevice, label }: { entries: readonly TimelineEntry[]; withDevice?: boolean; label: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const told = entries.filter(tellsMore);
  if (told.length === 0) return <p className="p-quiet">{t('timeline.empty')}</p>;
  return (
    <>
      <ol className="p-timeline" aria-label={label}>
        {(all ? told : told.slice(0, AT_FIRST)).map((entry) => (
          <Entry key={`${entry.position}-${entry.type}`} entry={entry} withDevice={withDevice ?? false} />
        ))}
      </ol>
      {!all && told.length > AT_FIRST && (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {t('table.showAll', { count: told.length })}
        </Button>
      )}
    </>
  );
}

const TONE: Record<string, string> = { TonerLow: 'warn', MeterReadRejected: 'warn', MeterReadSubmitted: 'accent', TonerReplaced: 'ok', TicketOpened: 'accent', TicketResolved: 'ok', SupplyOrderDelivered: 'ok', AutoTonerShipmentSkipped: 'warn', MeterReadMissed: 'warn', DeviceCommunicationLost: 'warn', MeterInvestigationOpened: 'warn', MeterReadCorrected: 'accent' };

function Entry({ entry, withDevice }: { entry: TimelineEntry; withDevice: boolean }) {
  const { t } = useTranslation();
  const changed = useJustChanged(entry.position);
  const text = useEntryText();
  return (
    <li data-changed={changed || undefined} data-tone={TONE[entry.type]}>
      <p>
        {text(entry)}
        {withDevice && entry.deviceId && entry.serialNumber && (
          <>
            {' · '}
            <Link to="/devices/$deviceId" params={{ deviceId: entry.deviceId }}>
              {entry.serialNumber}
            </Link>
          </>
        )}
      </p>
      <p className="p-quiet">
        <Ago at={entry.occurredAt} />
        {' · '}
        {entry.actor?.name ?? t('timeline.byPlatform')}
      </p>
    </li>
  );
}

function useEntryText(): (entry: TimelineEntry) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const counters = useCountersText();
  const stateText = useStateText();
  return (entry) => {
    const data = entry.data as Record<string, unknown>;
    const key = `event.${entry.type}`;
    // An event of a newer platform than this page: its plain name is better than nothing.
    if (!i18n.exists(key)) return entry.type.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
    const colour = typeof data.colour === 'string' ? t(`colour.${data.colour}`) : '';
    const location = (data.location ?? {}) as Record<string, unknown>;
    return t(key, {
      counters: counters(countersOf(data.counters)),
      readOn: typeof data.readOn === 'string' ? format.date(data.readOn) : '',
      colour,
      percent: typeof data.percent === 'number' ? ` (${format.percent(data.percent)})` : '',
      site: typeof location.site === 'string' ? location.site : '',
      reason: reasonOf(data, t),
      reference: data.reference ?? '',
      priority: data.priority ?? '',
      resolution: data.resolution ?? '',
      why: typeof data.overrideReason === 'string' ? ` (${data.overrideReason})` : '',
      number: data.number ?? data.orderNumber ?? '',
      window: typeof data.from === 'string' && typeof data.until === 'string' ? format.window(data.from, data.until) : '',
      note: data.note ?? '',
      text: data.text || '–',
      name: data.name ?? '',
      state: typeof data.to === 'string' ? stateText(data.to as TicketState) : typeof data.state === 'string' ? stateOf(entry.type, data.state, t) : '',
    });
  };
}

function stateOf(type: string, state: string, t: (key: string, options: { defaultValue: string }) => string): string {
  return t(`${type === 'DeviceStateChanged' ? 'deviceState' : 'autoToner'}.${state}`, { defaultValue: state });
}

function reasonOf(data: Record<string, unknown>, t: (key: string, options: { defaultValue: string }) => string): string {
  if (typeof data.code === 'string') return t(`refusal.${data.code}`, { defaultValue: data.code });
  return typeof data.reason === 'string' ? t(`autoToner.skip.${data.reason}`, { defaultValue: data.reason }) : '';
}
