import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Counters } from '../api/types';
import { parseCount, type CounterKey } from '../lib/counters';
import { Messages } from './Messages';
import { useFormat } from './useFormat';

export type TypedCounters = Partial<Record<CounterKey, string>>;

/** The counters that are numbers; which are none at all stands beside them. Range and order are the platform's to judge. */
export function typedCounters(typed: TypedCounters, keys: readonly CounterKey[]): { counters: Counters } | { unreadable: readonly CounterKey[] } {
  const counters: Counters = {};
  const unreadable: CounterKey[] = [];
  for (const key of keys) {
    const value = parseCount(typed[key] ?? '');
    if (value === 'not a number') unreadable.push(key);
    else if (value !== null) counters[key] = value;
  }
  return unreadable.length > 0 ? { unreadable } : { counters };
}

/** One input for each counter of a device. */
export function CounterFields({
  keys,
  typed,
  onType,
  unreadable,
  error,
  path = 'counters',
  previous,
  label,
}: {
  keys: readonly CounterKey[];
  typed: TypedCounters;
  onType: (typed: TypedCounters) => void;
  unreadable: readonly CounterKey[];
  error: unknown;
  /** What the platform calls the object that holds them. */
  path?: string;
  previous?: Counters;
  label?: (counter: string) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = error instanceof Problem ? error : null;
  return (
    <>
      {keys.map((key) => {
        const messages = [...(problem?.at(`${path}.${key}`) ?? []), ...(path === 'counters' ? (problem?.at(key) ?? []) : [])];
        const name = t(`counter.${key}`);
        return (
          <TextInput
            key={key}
            label={label ? label(name) : name}
            description={previous?.[key] == null ? undefined : t('read.previousValue', { value: format.count(previous[key] ?? 0) })}
            value={typed[key] ?? ''}
            onChange={(event) => onType({ ...typed, [key]: event.currentTarget.value })}
            inputMode="numeric"
            autoComplete="off"
            error={unreadable.includes(key) ? t('read.notANumber') : messages.length > 0 && <Messages messages={messages} />}
            className="p-count-input"
          />
        );
      })}
    </>
  );
}

/** The fields of {@link CounterFields}, as the platform names them. */
export function counterPaths(keys: readonly CounterKey[], path = 'counters'): readonly string[] {
  return keys.flatMap((key) => (path === 'counters' ? [key, `counters.${key}`] : [`${path}.${key}`]));
}
