import type { QueryClient } from '@tanstack/react-query';
import { askAnew } from '../api/askAnew';
import type { Ticket } from '../api/types';
import { markChanged } from './changes';
import { markNewOf } from './marking';

export type TicketPart = 'state' | 'priority' | 'assignment' | 'visit';

const PART: Record<string, TicketPart> = {
  TicketStateChanged: 'state',
  TicketResolved: 'state',
  TicketClosed: 'state',
  TicketPrioritised: 'priority',
  TicketTriageOverdue: 'priority',
  TicketAssigned: 'assignment',
  EngineerDispatched: 'visit',
  EngineerEnRoute: 'visit',
  EngineerArrived: 'visit',
};

/** The name under which a part of a ticket's page is marked. */
export function partOfTicket(reference: string, part: TicketPart): string {
  return `${reference} ${part}`;
}

/** Asks again what shows the tickets and marks them where they stand, in lists, on the board and on their own pages. */
export async function refreshTickets(client: QueryClient, tickets: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  if (tickets.size === 0) return;
  const pages = [...tickets].map(async ([reference, types]) => {
    await markNewOf<Ticket>(client, ['ticket', reference], (ticket) => [
      ...ticket.comments.map(({ commentId }) => commentId),
      ...ticket.timeline.map(({ position }) => position),
    ]);
    for (const type of types) {
      const part = PART[type];
      if (part) markChanged(partOfTicket(reference, part));
    }
  });
  await Promise.all([...pages, ...['tickets', 'board', 'worklist'].map((name) => askAnew(client, { queryKey: [name] }))]);
  for (const reference of tickets.keys()) markChanged(reference);
}

export async function refreshOrders(client: QueryClient, orders: ReadonlySet<string>): Promise<void> {
  if (orders.size === 0) return;
  await askAnew(client, { queryKey: ['orders'] });
  for (const id of orders) markChanged(id);
}

export async function refreshInvoices(client: QueryClient, invoices: ReadonlySet<string>): Promise<void> {
  if (invoices.size === 0) return;
  await Promise.all(['invoices', 'invoice'].map((name) => askAnew(client, { queryKey: [name] })));
  for (const number of invoices) markChanged(number);
}
