import { describe, expect, it } from 'vitest';
import type { Ticket, TicketAction, TicketState } from '../src/api/types';
import { priorityOf } from '../src/lib/priority';
import { tellsMore } from '../src/lib/telling';
import { isEnRoute, may, nextFieldStep, stepsOf } from '../src/lib/ticketSteps';

const ticket = (state: TicketState, allowed: TicketAction[] = [], ...events: [string, string][]) =>
  ({ state, allowed, timeline: events.map(([type, at]) => ({ type, occurredAt: `2026-11-23T${at}:00Z` })) }) as unknown as Ticket;

describe('the way of a ticket', () => {
  it('of an incident leads over a visit', () => {
    expect(stepsOf({ kind: 'INCIDENT', state: 'DISPATCHED' }).map(({ state, standing }) => `${state} ${standing}`)).toEqual([
      'NEW done',
      'PRIORITISED done',
      'ASSIGNED done',
      'DISPATCHED current',
      'IN_PROGRESS ahead',
      'RESOLVED ahead',
      'CLOSED ahead',
    ]);
  });

  it('of a question does not', () => expect(stepsOf({ kind: 'QUESTION', state: 'NEW' })).toHaveLength(5));

  it('pauses where it waits for the customer', () => {
    expect(stepsOf({ kind: 'QUESTION', state: 'WAITING_FOR_CUSTOMER' }).find(({ standing }) => standing === 'current')?.state).toBe('WAITING_FOR_CUSTOMER');
  });
});

describe('the priority', () => {
  it.each([
    [true, false, 1],
    [true, true, 2],
    [false, false, 3],
    [false, true, 4],
  ] as const)('critical %s with a workaround %s is %i', (critical, workaround, priority) => expect(priorityOf(critical, workaround)).toBe(priority));
});

describe('what may be done', () => {
  it('is what the platform allows', () => {
    expect(may(ticket('NEW', ['comment']), 'comment')).toBe(true);
    expect(may(ticket('NEW', ['comment']), 'internal')).toBe(false);
  });

  it('an engineer leaves, arrives and is done', () => {
    const all: TicketAction[] = ['en-route', 'arrival', 'resolution'];
    expect(nextFieldStep(ticket('DISPATCHED', all, ['EngineerDispatched', '08:00']))).toBe('en-route');
    expect(nextFieldStep(ticket('DISPATCHED', all, ['EngineerEnRoute', '09:00'], ['EngineerDispatched', '08:00']))).toBe('arrival');
    expect(nextFieldStep(ticket('IN_PROGRESS', all))).toBe('resolution');
    expect(nextFieldStep(ticket('RESOLVED', all))).toBeNull();
  });

  it('a visit that was planned again has not begun', () => {
    expect(isEnRoute(ticket('DISPATCHED', [], ['EngineerEnRoute', '09:00'], ['EngineerDispatched', '10:00']))).toBe(false);
  });

  it('somebody else’s visit has no next step', () => {
    expect(nextFieldStep(ticket('DISPATCHED', ['comment']))).toBeNull();
    expect(nextFieldStep(ticket('IN_PROGRESS', ['comment']))).toBeNull();
  });
});

it('a change of state that another event tells is not told twice', () => {
  expect(tellsMore({ type: 'TicketStateChanged', data: { to: 'RESOLVED' } })).toBe(false);
  expect(tellsMore({ type: 'TicketStateChanged', data: { to: 'WAITING_FOR_CUSTOMER' } })).toBe(true);
  expect(tellsMore({ type: 'TicketResolved', data: {} })).toBe(true);
});
