/** How two ways of grouping the same items overlap. Groups are numbered in the order they are first seen. */
export interface Contingency {
  readonly items: number;
  /** Size of each group of the first and of the second grouping. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Items that a group of the first and one of the second share, where there are any. */
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly left: number;
  readonly right: number;
  count: number;
}

/**
 * Counts the overlaps of two groupings, given as the label of each item. O(items).
 *
 * @throws RangeError when the lists differ in length or are empty: no score is defined then.
 */
export function countOverlaps(left: readonly string[], right: readonly string[]): Contingency {
  if (left.length !== right.length) throw new RangeError(`${left.length} labels against ${right.length}`);
  if (left.length === 0) throw new RangeError('There is nothing to score');
  const rows = numberLabels(left);
  const columns = numberLabels(right);
  const cells = new Map<number, Cell>();
  rows.numbers.forEach((row, item) => {
    const column = columns.numbers[item];
    const key = row * columns.sizes.length + column;
    const cell = cells.get(key);
    if (cell) cell.count++;
    else cells.set(key, { left: row, right: column, count: 1 });
  });
  return { items: left.length, left: rows.sizes, right: columns.sizes, cells: [...cells.values()] };
}

function numberLabels(labels: readonly string[]): { numbers: number[]; sizes: number[] } {
  const known = new Map<string, number>();
  const sizes: number[] = [];
  const numbers = labels.map((label) => {
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { numbers, sizes };
}
