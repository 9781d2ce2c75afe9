import type { WorklistVisit } from '../api/types';
import { dayOf } from './board';

type Planned = Pick<WorklistVisit, 'visitFrom' | 'visitUntil' | 'state'>;

export interface Worklist<Visit> {
  readonly earlier: readonly Visit[];
  readonly today: readonly Visit[];
  readonly later: readonly Visit[];
}

/** An engineer's visits around his own day. What was begun or left open before today is not lost out of sight. */
export function worklistOf<Visit extends Planned>(visits: readonly Visit[], now: Date = new Date()): Worklist<Visit> {
  const today = dayOf(now);
  const dayOfVisit = (visit: Visit) => (visit.visitFrom ? dayOf(new Date(visit.visitFrom)) : today);
  const ordered = [...visits].sort((left, right) => Date.parse(left.visitFrom ?? '') - Date.parse(right.visitFrom ?? '') || 0);
  return {
    earlier: ordered.filter((visit) => dayOfVisit(visit) < today && visit.state !== 'RESOLVED' && visit.state !== 'CLOSED'),
    today: ordered.filter((visit) => dayOfVisit(visit) === today),
    later: ordered.filter((visit) => dayOfVisit(visit) > today),
  };
}
