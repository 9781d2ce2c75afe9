export interface Steady<Row> {
  /** Which list this is: another filter, order or page is another list. */
  readonly list: string;
  readonly rows: readonly Row[];
  /** Whether the list as the platform has it now holds other rows, or the same in another order. */
  readonly moved: boolean;
  /** While the first answers of a list come, its rows may still find their place. */
  readonly open: boolean;
}

/** The rows as they were when the list was opened, each as it is now: nothing moves under the reader's eyes. */
export function steady<Row>(
  before: Steady<Row> | null,
  now: { readonly list: string; readonly rows: readonly Row[]; readonly asking: boolean },
  idOf: (row: Row) => string,
): Steady<Row> {
  // Where there is nothing to read nothing can move.
  if (!before || before.list !== now.list || before.open || before.rows.length === 0) {
    return { list: now.list, rows: now.rows, moved: false, open: now.asking };
  }
  const fresh = new Map(now.rows.map((row) => [idOf(row), row]));
  return {
    list: now.list,
    rows: before.rows.map((row) => fresh.get(idOf(row)) ?? row),
    moved: now.rows.map(idOf).join() !== before.rows.map(idOf).join(),
    open: false,
  };
}

/**
 * The same for a list that is read to see what comes: a new row stands in its place at once and one that has gone is gone,
 * while the others stay in the order in which they were.
 */
export function gaining<Row>(
  before: Steady<Row> | null,
  now: { readonly list: string; readonly rows: readonly Row[]; readonly asking: boolean },
  idOf: (row: Row) => string,
): Steady<Row> {
  if (!before || before.list !== now.list || before.open || before.rows.length === 0) {
    return { list: now.list, rows: now.rows, moved: false, open: now.asking };
  }
  const fresh = new Map(now.rows.map((row) => [idOf(row), row]));
  const rows: Row[] = before.rows.filter((row) => fresh.has(idOf(row))).map((row) => fresh.get(idOf(row)) ?? row);
  const known = new Set(rows.map(idOf));
  now.rows.forEach((row, index) => {
    if (known.has(idOf(row))) return;
    const above = index === 0 ? undefined : now.rows[index - 1];
    const at = above === undefined ? 0 : rows.findIndex((each) => idOf(each) === idOf(above)) + 1;
    rows.splice(at, 0, row);
    known.add(idOf(row));
  });
  return { list: now.list, rows, moved: now.rows.map(idOf).join() !== rows.map(idOf).join(), open: false };
}
