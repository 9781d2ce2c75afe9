import type { TicketState } from '../api/types';

const SETTLED: readonly TicketState[] = ['RESOLVED', 'CLOSED', 'CANCELLED'];
const SOON_SECONDS = 15 * 60;
const SOON_PART = 0.75;

/** How an answer stands: none promised yet, no longer asked for, or how much of the time has passed. */
export type Deadline =
  | { readonly kind: 'none' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'running' | 'soon' | 'late'; readonly seconds: number; readonly part: number };

export function isSettled(state: TicketState): boolean {
  return SETTLED.includes(state);
}

export function deadlineOf(
  ticket: { readonly state: TicketState; readonly openedAt: string; readonly answerDue?: string | null },
  now: number = Date.now(),
): Deadline {
  if (isSettled(ticket.state)) return { kind: 'settled' };
  const due = ticket.answerDue ? Date.parse(ticket.answerDue) : NaN;
  if (Number.isNaN(due)) return { kind: 'none' };
  const seconds = (due - now) / 1000;
  // Answered at exactly the limit is late.
  if (seconds <= 0) return { kind: 'late', seconds, part: 1 };
  const whole = due - Date.parse(ticket.openedAt);
  const part = whole > 0 ? Math.min(1, Math.max(0, 1 - (seconds * 1000) / whole)) : 1;
  return { kind: seconds <= SOON_SECONDS || part >= SOON_PART ? 'soon' : 'running', seconds, part };
}
