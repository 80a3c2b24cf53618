import * as fc from 'fast-check';
import { orderByPublication, shuffle } from '../../../src/cli/cluster-order';
import type { ClusterRow } from '../../../src/cli/cluster-rows';

const row = (id: string, publishedAtMs?: number): ClusterRow => ({
  id,
  line: 1,
  collection: 'default',
  article: {
    title: id,
    source: { name: '' },
    status: 'usable',
    ...(publishedAtMs !== undefined && { publishedAtMs }),
  },
});

const ids = (rows: readonly ClusterRow[]): string => rows.map(({ id }) => id).join(' ');

describe('orderByPublication', () => {
  it.each([
    {
      what: 'dated rows by date',
      rows: [row('late', 3), row('early', 1), row('middle', 2)],
      order: 'early middle late',
    },
    {
      what: 'rows of one time as in the file',
      rows: [row('a', 1), row('b', 1), row('c', 0)],
      order: 'c a b',
    },
    {
      what: 'undated rows behind the one before',
      rows: [row('x', 5), row('x1'), row('x2'), row('w', 2), row('w1')],
      order: 'w w1 x x1 x2',
    },
    { what: 'undated rows at the head first', rows: [row('u'), row('b', 2), row('a', 1)], order: 'u a b' },
    { what: 'rows without any date as in the file', rows: [row('b'), row('a'), row('c')], order: 'b a c' },
  ])('puts $what', ({ rows, order }) => {
    expect(ids(orderByPublication(rows))).toBe(order);
  });
});

describe('shuffle', () => {
  const lists = fc.array(fc.integer(), { maxLength: 50 });
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  it('keeps every element, and gives the same order for the same seed', () => {
    fc.assert(
      fc.property(lists, seeds, (list, seed) => {
        const shuffled = shuffle(list, seed);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
        expect(shuffle(list, seed)).toEqual(shuffled);
      }),
    );
  });

  it('draws every order of three about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed++) {
      const order = shuffle(['a', 'b', 'c'], seed).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
