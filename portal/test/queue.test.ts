import { expect, it } from 'vitest';
import { deskOrder, planningOrder } from '../src/lib/queue';
import { gaining, type Steady } from '../src/lib/steady';

const ticket = (reference: string, openedAt: string, answerDue: string | null = null) => ({ reference, openedAt, answerDue });
const TICKETS = [
  ticket('late', '2026-11-20T09:00:00Z', '2026-11-23T12:00:00Z'),
  ticket('young', '2026-11-23T09:30:00Z'),
  ticket('urgent', '2026-11-23T09:00:00Z', '2026-11-23T09:15:00Z'),
  ticket('old', '2026-11-23T08:00:00Z'),
];

it('the desk sees first what has no priority, by age, then the next deadline', () => {
  expect(deskOrder(TICKETS).map(({ reference }) => reference)).toEqual(['old', 'young', 'urgent', 'late']);
});

it('the planner sees last what cannot be planned yet', () => {
  expect(planningOrder(TICKETS).map(({ reference }) => reference)).toEqual(['urgent', 'late', 'old', 'young']);
});

it('tickets of the same moment keep one order, and the answer is not touched', () => {
  const same = [ticket('HD-2', '2026-11-23T08:00:00Z'), ticket('HD-1', '2026-11-23T08:00:00Z')];
  expect(deskOrder(same).map(({ reference }) => reference)).toEqual(['HD-1', 'HD-2']);
  expect(same[0]?.reference).toBe('HD-2');
});

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const idOf = ({ id }: { id: string }) => id;
const opened = (...ids: string[]): Steady<{ id: string }> => gaining(null, { list: 'a', rows: rows(...ids), asking: false }, idOf);
const then = (before: Steady<{ id: string }>, ...ids: string[]) => gaining(before, { list: 'a', rows: rows(...ids), asking: false }, idOf);

it('a new row stands in its place at once', () => {
  expect(then(opened('1', '3'), '1', '2', '3')).toMatchObject({ rows: rows('1', '2', '3'), moved: false });
  expect(then(opened('2'), '1', '2', '3', '4').rows).toEqual(rows('1', '2', '3', '4'));
});

it('rows that are known keep their order, and the list says that it is another one now', () => {
  expect(then(opened('1', '2', '3'), '3', '1', '2')).toMatchObject({ rows: rows('1', '2', '3'), moved: true });
  expect(then(opened('1', '2'), '2', 'new', '1')).toMatchObject({ rows: rows('1', '2', 'new'), moved: true });
});

it('what has gone is gone', () => expect(then(opened('1', '2', '3'), '1', '3').rows).toEqual(rows('1', '3')));
