import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types';
import { countersOf } from '../lib/counters';
import { useJustChanged } from '../live/changes';
import { Ago } from './Ago';
import { useCountersText } from './CounterList';
import { useFormat } from './useFormat';

const AT_FIRST = 12;

/** Who did what when. */
export function TimelineList({ entries, withDevice, label }: { entries: readonly TimelineEntry[]; withDevice?: boolean; label: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <p className="p-quiet">{t('timeline.empty')}</p>;
  return (
    <>
      <ol className="p-timeline" aria-label={label}>
        {(all ? entries : entries.slice(0, AT_FIRST)).map((entry) => (
          <Entry key={`${entry.position}-${entry.type}`} entry={entry} withDevice={withDevice ?? false} />
        ))}
      </ol>
      {!all && entries.length > AT_FIRST && (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {t('table.showAll', { count: entries.length })}
        </Button>
      )}
    </>
  );
}

const TONE: Record<string, string> = { TonerLow: 'warn', MeterReadRejected: 'warn', MeterReadSubmitted: 'accent', TonerReplaced: 'ok' };

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
      reason: typeof data.code === 'string' ? t(`refusal.${data.code}`, { defaultValue: data.code }) : '',
    });
  };
}
