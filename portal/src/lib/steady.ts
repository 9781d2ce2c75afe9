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
