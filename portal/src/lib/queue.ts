import type { TicketRow } from '../api/types';

type Queued = Pick<TicketRow, 'answerDue' | 'openedAt' | 'reference'>;

const dueOf = (ticket: Queued) => (ticket.answerDue ? Date.parse(ticket.answerDue) : null);
const byAge = (left: Queued, right: Queued) =>
  Date.parse(left.openedAt) - Date.parse(right.openedAt) || left.reference.localeCompare(right.reference);

/** The desk's order: what has no priority yet first, the oldest before the others, then by the next deadline. */
export function deskOrder<Row extends Queued>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((left, right) => {
    const [leftDue, rightDue] = [dueOf(left), dueOf(right)];
    if (leftDue === null && rightDue === null) return byAge(left, right);
    if (leftDue === null) return -1;
    if (rightDue === null) return 1;
    return leftDue - rightDue || byAge(left, right);
  });
}

/** The planner's order: by deadline, and last what cannot be planned yet because it has no priority. */
export function planningOrder<Row extends Queued>(rows: readonly Row[]): readonly Row[] {
  const ordered = deskOrder(rows);
  return [...ordered.filter((row) => row.answerDue), ...ordered.filter((row) => !row.answerDue)];
}
