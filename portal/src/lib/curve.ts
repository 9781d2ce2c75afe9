import type { Counters, Read, ReadPage } from '../api/types';
import type { CounterKey } from './counters';

export interface CurvePoint {
  readonly on: string;
  readonly value: number;
  /** How it came; RESET where the counter was set back. */
  readonly source: string;
  /** Whether the counter begins anew here, so that no line leads to it. */
  readonly starts?: boolean;
}

type Reset = ReadPage['resets'][number];

/** A counter over time, oldest first: what was read, broken off where it was replaced or set back. */
export function curveOf(reads: readonly Read[], resets: readonly Reset[], counter: CounterKey): CurvePoint[] {
  const value = (counters: Counters) => counters[counter] ?? null;
  const told = [
    ...reads.filter((read) => !read.superseded).map((read) => ({ on: read.readOn, at: read.recordedAt ?? read.readOn, points: [point(read.readOn, value(read.counters), read.source)] })),
    ...resets.map((reset) => ({
      on: reset.resetOn,
      at: reset.at,
      points: [point(reset.resetOn, value(reset.oldCounters), 'RESET'), point(reset.resetOn, value(reset.newCounters), 'RESET', true)],
    })),
  ];
  return told.sort((left, right) => left.on.localeCompare(right.on) || left.at.localeCompare(right.at)).flatMap(({ points }) => points.flat());
}

function point(on: string, value: number | null, source: string, starts?: boolean): CurvePoint[] {
  return value === null ? [] : [{ on, value, source, ...(starts ? { starts } : {}) }];
}

/** The stretches without a break. */
export function stretches<Point extends { readonly starts?: boolean }>(points: readonly Point[]): Point[][] {
  const found: Point[][] = [];
  for (const each of points) {
    const last = found.at(-1);
    if (last && !each.starts) last.push(each);
    else found.push([each]);
  }
  return found;
}
