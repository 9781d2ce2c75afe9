import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomerCard, Ticket } from '../src/api/types';
import { liveUpdates } from '../src/live/applyEvent';
import { wasMarked } from '../src/live/changes';
import { partOfTicket } from '../src/live/flowUpdates';
import type { LiveEvent } from '../src/live/readLiveEvent';

const event = (change: Partial<LiveEvent>): LiveEvent => ({
  position: '2',
  type: 'TicketPrioritised',
  kind: 'TICKET',
  id: 'HD-00042',
  accountId: null,
  data: {},
  occurredAt: '2026-11-22T10:00:00Z',
  ...change,
});

const settle = () => vi.advanceTimersByTimeAsync(300);
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** A query that is on screen with this answer; the next one is given in advance. */
function watch<Data>(client: QueryClient, queryKey: readonly unknown[], data: Data, next: Data = data) {
  let requests = 0;
  client.setQueryData(queryKey, data);
  new QueryObserver<Data>(client, {
    queryKey,
    queryFn: () => {
      requests += 1;
      return Promise.resolve(next);
    },
    staleTime: Infinity,
  }).subscribe(() => undefined);
  return () => requests;
}

const ticket = (comments: string[], entries: string[]) =>
  ({ comments: comments.map((commentId) => ({ commentId })), timeline: entries.map((position) => ({ position })) }) as Ticket;

describe('what is asked again', () => {
  it.each([
    ['TICKET', ['tickets', 'board', 'worklist', 'ticket HD-00042']],
    ['ORDER', ['orders']],
    ['INVOICE', ['invoices', 'invoice HD-00042']],
    ['CONTRACT', ['device d1']],
  ])('after an event of kind %s', async (kind, asked) => {
    const client = new QueryClient();
    const keys = [['tickets', {}], ['board', 'a', 'b'], ['worklist'], ['ticket', 'HD-00042'], ['ticket', 'HD-00043'], ['orders', {}], ['invoices', {}], ['invoice', 'HD-00042'], ['device', 'd1']];
    const queries = keys.map((key) => ({
      name: ['ticket', 'invoice', 'device'].includes(String(key[0])) ? key.join(' ') : String(key[0]),
      requests: watch(client, key, ticket([], [])),
    }));
    liveUpdates(client)(event({ kind, type: 'Anything' }));
    await settle();
    expect(queries.filter(({ requests }) => requests() > 0).map(({ name }) => name)).toEqual(asked);
  });

  it('is one request for many events of a moment', async () => {
    const client = new QueryClient();
    const requests = watch(client, ['tickets', {}], []);
    const apply = liveUpdates(client);
    for (const type of ['TicketPrioritised', 'TicketStateChanged', 'TicketAssigned']) apply(event({ type }));
    await settle();
    expect(requests()).toBe(1);
  });
});

describe('what is marked', () => {
  it('is the ticket where it stands, and the part of its page', async () => {
    liveUpdates(new QueryClient())(event({ id: 'HD-1', type: 'TicketAssigned' }));
    await settle();
    expect([wasMarked('HD-1'), wasMarked(partOfTicket('HD-1', 'assignment')), wasMarked(partOfTicket('HD-1', 'priority'))]).toEqual([true, true, false]);
  });

  it('is a new comment and a new entry, not those of before', async () => {
    const client = new QueryClient();
    watch(client, ['ticket', 'HD-2'], ticket(['c1'], ['t1']), ticket(['c1', 'c2'], ['t2', 't1']));
    liveUpdates(client)(event({ id: 'HD-2', type: 'TicketCommented' }));
    await settle();
    expect(['c1', 'c2', 't1', 't2'].filter(wasMarked)).toEqual(['c2', 't2']);
  });

  it('is called by the name that the pages know', async () => {
    const apply = liveUpdates(new QueryClient());
    apply(event({ kind: 'INVOICE', id: 'some-id', type: 'UsageInvoiceIssued', data: { number: 'INV-9' } }));
    apply(event({ kind: 'ORDER', id: 'order-9', type: 'SupplyOrderShipped' }));
    await settle();
    expect([wasMarked('INV-9'), wasMarked('order-9'), wasMarked('some-id')]).toEqual([true, true, false]);
  });

  it('is what is new on the card of the customer', async () => {
    const client = new QueryClient();
    const card = (tickets: string[], orders: string[]) =>
      ({
        account: { id: 'acc' },
        recentReads: [],
        timeline: [],
        tickets: tickets.map((reference) => ({ reference })),
        orders: orders.map((orderId) => ({ orderId })),
      }) as unknown as CustomerCard;
    watch(client, ['customer', '1'], card(['HD-5'], ['o5']), card(['HD-6', 'HD-5'], ['o6', 'o5']));
    liveUpdates(client)(event({ kind: 'CONTRACT', type: 'UsageRecorded', id: 'c', accountId: 'acc' }));
    await settle();
    expect(['HD-5', 'HD-6', 'o5', 'o6'].filter(wasMarked)).toEqual(['HD-6', 'o6']);
  });
});
