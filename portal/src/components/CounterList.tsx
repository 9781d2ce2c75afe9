import { useTranslation } from 'react-i18next';
import type { Counters } from '../api/types';
import { COUNTERS } from '../lib/counters';
import { useFormat } from './useFormat';

/** Page counts with their names: "Total 42 976 · Colour 1 204". */
export function useCountersText(): (counters: Counters) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (counters) =>
    COUNTERS.filter((key) => counters[key] != null)
      .map((key) => `${t(`counter.${key}`)} ${format.count(counters[key] ?? 0)}`)
      .join(' · ');
}

export function CounterList({ counters }: { counters: Counters }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="p-counters">
      {COUNTERS.filter((key) => counters[key] != null).map((key) => (
        <span key={key}>
          {t(`counter.${key}`)} <strong className="p-figure">{format.count(counters[key] ?? 0)}</strong>
        </span>
      ))}
    </span>
  );
}
