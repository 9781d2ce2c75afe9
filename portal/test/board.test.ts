import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COLUMNS, blockOf, clock, firstMinute, instantAt, lanesOf, minuteAt, minuteOfClock, minutesBetween, nowPart, type Block } from '../src/lib/board';
import { worklistOf } from '../src/lib/worklist';

const DAY = '2026-11-23';
const at = (time: string, day = DAY) => instantAt(day, minuteOfClock(time) ?? 0);
const visit = (from: string, until: string, day = DAY) => ({ from: at(from, day), until: at(until, day) });
const block = (column: number, span: number): Block => ({ column, span, early: false, late: false });

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Amsterdam';
});
afterEach(() => {
  process.env.TZ = zone;
});

describe('where a visit stands', () => {
  it.each([
    ['07:00', '08:00', 1, 4],
    ['09:30', '11:00', 11, 6],
    ['18:30', '19:00', 47, 2],
    ['10:05', '10:20', 13, 2],
  ])('from %s until %s', (from, until, column, span) => expect(blockOf(visit(from, until), DAY)).toEqual({ column, span, early: false, late: false }));

  it('is on its own day only', () => {
    expect(blockOf(visit('09:00', '10:00'), '2026-11-24')).toBeNull();
    expect(blockOf({ from: at('22:00'), until: instantAt('2026-11-24', 0) }, '2026-11-24')).toBeNull();
  });

  it('outside the hours is at their edge, and says so', () => {
    expect(blockOf(visit('05:00', '06:00'), DAY)).toEqual({ column: 1, span: 1, early: true, late: false });
    expect(blockOf(visit('20:00', '21:00'), DAY)).toEqual({ column: 48, span: 1, early: false, late: true });
    expect(blockOf(visit('06:00', '20:00'), DAY)).toEqual({ column: 1, span: COLUMNS, early: true, late: true });
  });

  it('that goes on overnight is on both days', () => {
    const night = { from: at('18:00'), until: at('08:00', '2026-11-24') };
    expect(blockOf(night, DAY)).toEqual({ column: 45, span: 4, early: false, late: true });
    expect(blockOf(night, '2026-11-24')).toEqual({ column: 1, span: 4, early: true, late: false });
  });

  it('is by the clock on the wall on the day the clocks change', () => {
    expect(instantAt('2026-10-25', 9 * 60)).toBe('2026-10-25T08:00:00.000Z');
    expect(instantAt('2026-10-24', 9 * 60)).toBe('2026-10-24T07:00:00.000Z');
    expect(blockOf(visit('09:00', '10:00', '2026-10-25'), '2026-10-25')?.column).toBe(9);
  });
});

it('visits that overlap stand below each other', () => {
  expect(lanesOf([block(1, 4), block(5, 4)])).toEqual([1, 1]);
  expect(lanesOf([block(3, 4), block(1, 4), block(5, 4)])).toEqual([2, 1, 1]);
  expect(lanesOf([block(1, 48), block(2, 2), block(3, 2), block(4, 2)])).toEqual([1, 2, 3, 2]);
});

it.each([
  [0, '07:00'],
  [599, '12:45'],
  [600, '13:00'],
  [1199, '18:45'],
  [5000, '18:45'],
  [-20, '07:00'],
])('at %i of 1200 pixels it is %s', (x, time) => expect(clock(minuteAt(x, 1200))).toBe(time));

it.each([
  ['09:30', 570],
  ['9:05', 545],
  ['24:00', null],
  ['9.30', null],
  ['', null],
])('%j is minute %s', (text, minute) => expect(minuteOfClock(text)).toBe(minute));

it('the line of now is on today’s board, within its hours', () => {
  expect(nowPart(DAY, new Date(at('13:00')))).toBe(0.5);
  expect(nowPart(DAY, new Date(at('06:59')))).toBeNull();
  expect(nowPart('2026-11-24', new Date(at('13:00')))).toBeNull();
});

it('a new visit begins at the next quarter of an hour today, and in the morning on other days', () => {
  expect(clock(firstMinute(DAY, new Date(at('10:07'))))).toBe('10:15');
  expect(clock(firstMinute(DAY, new Date(at('21:00'))))).toBe('18:45');
  expect(clock(firstMinute('2026-11-24', new Date(at('10:07'))))).toBe('08:00');
});

it('a visit keeps its length', () => expect(minutesBetween(visit('09:00', '10:30'))).toBe(90));

it('an engineer sees today, what comes, and what he has not finished', () => {
  const planned = (name: string, from: string, day: string, state = 'DISPATCHED') => ({ name, visitFrom: at(from, day), visitUntil: null, state }) as never;
  const list = worklistOf<{ name: string; visitFrom: string; visitUntil: null; state: 'DISPATCHED' }>(
    [
      planned('afternoon', '14:00', DAY),
      planned('morning', '09:00', DAY, 'RESOLVED'),
      planned('tomorrow', '09:00', '2026-11-24'),
      planned('forgotten', '09:00', '2026-11-20', 'IN_PROGRESS'),
      planned('past', '09:00', '2026-11-20', 'RESOLVED'),
    ],
    new Date(at('12:00')),
  );
  const names = (visits: readonly { name: string }[]) => visits.map(({ name }) => name);
  expect([names(list.earlier), names(list.today), names(list.later)]).toEqual([['forgotten'], ['morning', 'afternoon'], ['tomorrow']]);
});
