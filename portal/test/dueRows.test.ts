import { describe, expect, it } from 'vitest';
import { dueRows, stripOf } from '../src/lib/dueRows';

const row = (id: string, note = '') => ({ id, note });
const idOf = ({ id }: { id: string }) => id;

describe('the rows of the due list', () => {
  it('keep their places when the platform sorts them anew', () => {
    expect(dueRows([row('a'), row('b')], [row('b', 'new'), row('a')], new Set(), idOf)).toEqual([row('a'), row('b', 'new')]);
  });

  it('lose what is no longer due, but not before an accepted read was seen', () => {
    const before = [row('a'), row('b'), row('c')];
    expect(dueRows(before, [row('c')], new Set(['a']), idOf)).toEqual([row('a'), row('c')]);
    expect(dueRows(before, [row('c')], new Set(), idOf)).toEqual([row('c')]);
  });

  it('gain at the end what has become due meanwhile', () => {
    expect(dueRows([row('b')], [row('a'), row('b')], new Set(), idOf)).toEqual([row('b'), row('a')]);
  });
});

describe('the strip beside a counter', () => {
  const corridor = { low: 1200, high: 1600 };

  it('shows a value in the corridor within it', () => {
    const strip = stripOf(1000, corridor, 1400);
    expect(strip.standing).toBe('within');
    expect(strip.typed).toBeGreaterThan(strip.low);
    expect(strip.typed).toBeLessThan(strip.high);
  });

  it('tells what lies outside and what runs backwards', () => {
    expect(stripOf(1000, corridor, 1601).standing).toBe('outside');
    expect(stripOf(1000, corridor, 1199).standing).toBe('outside');
    expect(stripOf(1000, corridor, 999).standing).toBe('below');
    expect(stripOf(1000, corridor, null).standing).toBe('none');
  });

  it('keeps a mistyped value at its edge', () => {
    expect(stripOf(1000, corridor, 99_999_999).typed).toBe(1);
    expect(stripOf(1000, corridor, 0).typed).toBe(0);
  });

  it('has no width of nothing', () => {
    expect(stripOf(0, { low: 0, high: 0 }, 0)).toEqual({ low: 0, high: 0, typed: 0, standing: 'within' });
  });
});
