import type { Ticket, TicketAction, TicketKind, TicketState, TimelineEntry } from '../api/types';

export interface Step {
  readonly state: TicketState;
  readonly standing: 'done' | 'current' | 'ahead';
}

const WITH_VISIT: readonly TicketState[] = ['NEW', 'PRIORITISED', 'ASSIGNED', 'DISPATCHED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'];
const WITHOUT_VISIT: readonly TicketState[] = ['NEW', 'PRIORITISED', 'ASSIGNED', 'RESOLVED', 'CLOSED'];

/** The way of a ticket. A state that is a pause in it stands in the place of the step that it interrupts. */
export function stepsOf(ticket: { readonly kind: TicketKind; readonly state: TicketState }): readonly Step[] {
  const usual = ticket.kind === 'INCIDENT' ? WITH_VISIT : WITHOUT_VISIT;
  const states = usual.map((state) => {
    if (state === 'ASSIGNED' && ticket.state === 'WAITING_FOR_CUSTOMER') return 'WAITING_FOR_CUSTOMER';
    if (state === 'CLOSED' && ticket.state === 'CANCELLED') return 'CANCELLED';
    return state;
  });
  const at = states.indexOf(ticket.state);
  return states.map((state, index) => ({ state, standing: index < at ? 'done' : index === at ? 'current' : 'ahead' }));
}

export function may(ticket: Pick<Ticket, 'allowed'>, action: TicketAction): boolean {
  return ticket.allowed.includes(action);
}

/** Whether the engineer has left for this visit: planned again means that he has not. */
export function isEnRoute(ticket: { readonly state: TicketState; readonly timeline: readonly Pick<TimelineEntry, 'type' | 'occurredAt'>[] }): boolean {
  if (ticket.state !== 'DISPATCHED') return false;
  const last = (type: string) => Math.max(-Infinity, ...ticket.timeline.filter((entry) => entry.type === type).map((entry) => Date.parse(entry.occurredAt)));
  return last('EngineerEnRoute') > last('EngineerDispatched');
}

export type FieldStep = 'en-route' | 'arrival' | 'resolution';

/** The one next thing an engineer says about his visit. */
export function nextFieldStep(ticket: Pick<Ticket, 'state' | 'allowed' | 'timeline'>): FieldStep | null {
  if (ticket.state === 'DISPATCHED') {
    const step = isEnRoute(ticket) ? 'arrival' : 'en-route';
    if (may(ticket, step)) return step;
    if (may(ticket, 'arrival')) return 'arrival';
    return null;
  }
  return ticket.state === 'IN_PROGRESS' && may(ticket, 'resolution') ? 'resolution' : null;
}
