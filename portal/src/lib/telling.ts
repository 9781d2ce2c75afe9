import type { TimelineEntry } from '../api/types';

/** States that no event of their own tells of. */
const ONLY_TOLD_HERE: readonly unknown[] = ['WAITING_FOR_CUSTOMER', 'CANCELLED'];

/** A change of state follows the event that made it, and would say the same twice. */
export function tellsMore(entry: Pick<TimelineEntry, 'type' | 'data'>): boolean {
  return entry.type !== 'TicketStateChanged' || ONLY_TOLD_HERE.includes((entry.data as Record<string, unknown>).to);
}
