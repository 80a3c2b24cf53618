import type { Member } from '../matching/story-view';

/** A pair of articles with the probability recorded for it. */
export interface RecordedPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

type Members = ReadonlyMap<number, Pick<Member, 'revision' | 'edges'>>;

/** The recorded pairs among these members that still hold, once each, `a` < `b`, with the mean of what both recorded. */
export function recordedPairs(members: Members): RecordedPair[] {
  const pairs = new Map<string, { a: number; b: number; sum: number; count: number }>();
  for (const [ordinal, { edges }] of members) {
    for (const edge of edges) {
      const other = members.get(edge.ordinal);
      if (!other || edge.ordinal === ordinal || (other.revision & 0xff) !== (edge.revision & 0xff)) continue;
      const [a, b] = ordinal < edge.ordinal ? [ordinal, edge.ordinal] : [edge.ordinal, ordinal];
      const pair = pairs.get(`${a} ${b}`) ?? { a, b, sum: 0, count: 0 };
      pairs.set(`${a} ${b}`, { a, b, sum: pair.sum + edge.probability, count: pair.count + 1 });
    }
  }
  return [...pairs.values()].map(({ a, b, sum, count }) => ({ a, b, probability: sum / count }));
}

/** The members that the others agree with most, most first; ties go to the lower ordinal. At most `limit`. */
export function representatives(members: Members, limit: number): number[] {
  const weight = new Map([...members.keys()].map((ordinal) => [ordinal, 0]));
  for (const { a, b, probability } of recordedPairs(members)) {
    weight.set(a, weight.get(a)! + probability);
    weight.set(b, weight.get(b)! + probability);
  }
  return [...weight]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, limit)
    .map(([ordinal]) => ordinal);
}
