import { expect, it } from 'vitest';
import { steady, type Steady } from '../src/lib/steady';

interface Row {
  readonly id: string;
  readonly text?: string;
}

const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const idOf = (row: Row) => row.id;
const opened = (...ids: string[]): Steady<Row> => steady(null, { list: 'a', rows: rows(...ids), asking: false }, idOf);

it('keeps the rows where they are when they are refetched in another order', () => {
  const later = steady(opened('1', '2', '3'), { list: 'a', rows: rows('4', '3', '1'), asking: false }, idOf);
  expect(later.rows.map(idOf)).toEqual(['1', '2', '3']);
  expect(later.moved).toBe(true);
});

it('shows each row as it is now', () => {
  const later = steady(opened('1', '2'), { list: 'a', rows: [{ id: '1' }, { id: '2', text: 'new' }], asking: false }, idOf);
  expect(later.rows[1]).toEqual({ id: '2', text: 'new' });
  expect(later.moved).toBe(false);
});

it('takes another page, order or filter as it comes', () => {
  expect(steady(opened('1', '2'), { list: 'b', rows: rows('2', '1'), asking: false }, idOf).rows.map(idOf)).toEqual(['2', '1']);
});

it('takes the first fresh answer of a list that was opened with an old one', () => {
  const old = steady(null, { list: 'a', rows: rows('1', '2'), asking: true }, idOf);
  const fresh = steady(old, { list: 'a', rows: rows('2', '1'), asking: false }, idOf);
  expect(fresh.rows.map(idOf)).toEqual(['2', '1']);
  expect(steady(fresh, { list: 'a', rows: rows('1', '2'), asking: false }, idOf).rows.map(idOf)).toEqual(['2', '1']);
});

it('fills a list that was empty', () => {
  expect(steady(opened(), { list: 'a', rows: rows('1'), asking: false }, idOf).rows.map(idOf)).toEqual(['1']);
});
