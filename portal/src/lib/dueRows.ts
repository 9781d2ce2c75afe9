/**
 * The rows of the due list as they stand on the screen. What is being typed in keeps its place: rows that are due later join
 * at the end, and an accepted one stays until it has been seen to be accepted.
 */
export function dueRows<Row>(before: readonly Row[], items: readonly Row[], leaving: ReadonlySet<string>, idOf: (row: Row) => string): readonly Row[] {
  const fresh = new Map(items.map((row) => [idOf(row), row]));
  const known = new Set(before.map(idOf));
  const kept = before.flatMap((row) => {
    const now = fresh.get(idOf(row));
    if (leaving.has(idOf(row))) return [now ?? row];
    return now ? [now] : [];
  });
  return [...kept, ...items.filter((row) => !known.has(idOf(row)))];
}

/** Where a typed value falls between the read before and what is expected at most, in shares of the strip's length. */
export interface Strip {
  readonly low: number;
  readonly high: number;
  readonly typed: number | null;
  readonly standing: 'none' | 'within' | 'outside' | 'below';
}

export function stripOf(last: number, corridor: { readonly low: number; readonly high: number }, typed: number | null): Strip {
  // As much room above the corridor as it is wide, so that a value outside still has a place of its own.
  const end = corridor.high + Math.max(corridor.high - corridor.low, 1) / 2;
  const share = (value: number) => Math.min(1, Math.max(0, (value - last) / Math.max(1, end - last)));
  return {
    low: share(corridor.low),
    high: share(corridor.high),
    typed: typed === null ? null : share(typed),
    standing: typed === null ? 'none' : typed < last ? 'below' : typed < corridor.low || typed > corridor.high ? 'outside' : 'within',
  };
}
