import { useSessionStorage } from '@mantine/hooks';
import type { SubmitRead } from '../../api/types';
import { parseCount, type CounterKey } from '../../lib/counters';

/** What was typed, kept until it is accepted: a sign-in in between or a reload takes nothing away. */
export type Draft = Partial<Record<CounterKey | 'readOn' | 'reason', string>>;

export function useDraft(deviceId: string) {
  return useSessionStorage<Draft>({ key: `platen.read.${deviceId}`, defaultValue: {}, getInitialValueInEffect: false });
}

/** The read that was typed, or the counters that are no numbers at all. Everything else is the platform's to judge. */
export function readOf(draft: Draft, keys: readonly CounterKey[], today: string): { read: SubmitRead } | { unreadable: ReadonlySet<CounterKey> } {
  const counters: SubmitRead['counters'] = {};
  const unreadable = new Set<CounterKey>();
  for (const key of keys) {
    const value = parseCount(draft[key] ?? '');
    if (value === 'not a number') unreadable.add(key);
    else if (value !== null) counters[key] = value;
  }
  return unreadable.size > 0 ? { unreadable } : { read: { readOn: draft.readOn ?? today, counters, ...(draft.reason?.trim() ? { reason: draft.reason.trim() } : {}) } };
}

/** Whether two attempts hand in the same read, confirmed or not. */
export function isSameRead(left: SubmitRead, right: SubmitRead): boolean {
  return left.readOn === right.readOn && left.reason === right.reason && JSON.stringify(left.counters) === JSON.stringify(right.counters);
}
