/**
 * What this person changed last, so that the next query shows it: the answer to a command names the aggregate and its
 * sequence, and the gateway waits for a view that has caught up with it.
 */
export class Consistency {
  private readonly seen = new Map<string, { sequence: number; until: number }>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly keepMillis = 30_000,
  ) {}

  /** Takes the header of a command's answer, `aggregate@sequence[,aggregate@sequence]`. Nonsense is passed over. */
  remember(header: string | null): void {
    for (const token of header?.split(',') ?? []) {
      const [, aggregate, digits] = /^\s*(\S+)@(\d{1,15})\s*$/.exec(token) ?? [];
      if (!aggregate || !digits) continue;
      const sequence = Number(digits);
      const known = this.seen.get(aggregate);
      this.seen.set(aggregate, {
        sequence: Math.max(sequence, known?.sequence ?? 0),
        until: this.now() + this.keepMillis,
      });
    }
  }

  /** The header for the next query, or null when nothing was changed lately. */
  header(): string | null {
    const now = this.now();
    for (const [aggregate, { until }] of this.seen) {
      if (until <= now) this.seen.delete(aggregate);
    }
    if (this.seen.size === 0) return null;
    return [...this.seen].map(([aggregate, { sequence }]) => `${aggregate}@${sequence}`).join(',');
  }

  forget(): void {
    this.seen.clear();
  }
}
