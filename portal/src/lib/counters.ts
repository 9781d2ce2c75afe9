import type { Counters } from '../api/types';

/** In the order in which they are asked and shown. */
export const COUNTERS = ['total', 'blackWhite', 'colour'] as const;

export type CounterKey = (typeof COUNTERS)[number];

const KEY_OF: Record<string, CounterKey> = {
  TOTAL: 'total',
  BLACK_WHITE: 'blackWhite',
  COLOUR: 'colour',
  total: 'total',
  blackWhite: 'blackWhite',
  colour: 'colour',
};

/** The counter behind the name that events and invoices give it. */
export function counterOf(name: string): CounterKey {
  return KEY_OF[name] ?? 'total';
}

/** The inputs of a device. */
export function keysOf(counters: readonly string[]): readonly CounterKey[] {
  const asked = new Set(counters.map((counter) => KEY_OF[counter]));
  return COUNTERS.filter((key) => asked.has(key));
}

/** Counters out of an event's payload, whatever the spelling of their names. */
export function countersOf(payload: unknown): Counters {
  const found: Counters = {};
  if (typeof payload === 'object' && payload !== null) {
    for (const [name, value] of Object.entries(payload)) {
      const key = KEY_OF[name];
      if (key && typeof value === 'number') found[key] = value;
    }
  }
  return found;
}

/**
 * A typed page count. People copy what the panel shows, with points, commas, spaces or apostrophes between groups of three;
 * anything else that is not a whole number is "not a number". Range and sign are the platform's to judge.
 */
export function parseCount(typed: string): number | null | 'not a number' {
  const text = typed.trim();
  if (text === '') return null;
  const plain = /^[+-]?\d{1,3}([.,\s’'\u00a0\u202f])\d{3}(\1\d{3})*$/.test(text) ? text.replaceAll(/[.,\s’'\u00a0\u202f]/g, '') : text;
  if (!/^[+-]?\d{1,15}$/.test(plain)) return 'not a number';
  return Number(plain);
}
