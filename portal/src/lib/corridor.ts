/** The page count a device is expected to show, and how far a read may lie from it before the platform asks back. */
export interface Corridor {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A read is doubtful beyond 60 % of the expected growth, but never within 500 pages of what is expected. */
const BUFFER = 0.6;
const ALWAYS_FINE_PAGES = 500;

const DAY = 86_400_000;

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function corridorAt(last: { readOn: string; value: number }, perDay: number, on: string): Corridor {
  const growth = Math.max(0, perDay * Math.max(0, daysBetween(last.readOn, on)));
  const margin = Math.max(BUFFER * growth, ALWAYS_FINE_PAGES);
  const expected = last.value + growth;
  return {
    expected: Math.round(expected),
    low: Math.max(last.value, Math.round(expected - margin)),
    high: Math.round(expected + margin),
  };
}

export function liesWithin(corridor: Corridor, value: number): boolean {
  return value >= corridor.low && value <= corridor.high;
}
