import * as fc from 'fast-check';
import { agreementOf } from '../../../src/quality/ari-between';
import { scoreDecisions } from '../../../src/quality/score-decisions';
import { type EditedArticle, recallByEdit, scoreTraps } from '../../../src/quality/score-edits';

describe('agreementOf', () => {
  it('is 1 for the same groups under other names', () => {
    expect(
      agreementOf([
        ['a', 'a', 'b'],
        ['1', '1', '2'],
        ['y', 'y', 'x'],
      ]),
    ).toEqual({ mean: 1, least: 1 });
  });

  it('takes the mean and the least over all pairs', () => {
    const [one, other] = [Array.from('aaabb'), Array.from('xxyyy')];
    // The pair that differs has an index of 1/6, see the clustering scores; it comes up twice among three.
    const { mean, least } = agreementOf([one, other, one]);
    expect(mean).toBeCloseTo((1 / 6 + 1 / 6 + 1) / 3, 12);
    expect(least).toBeCloseTo(1 / 6, 12);
  });

  it('needs two', () => {
    expect(() => agreementOf([['a']])).toThrow(RangeError);
  });
});

describe('scoreDecisions', () => {
  const pair = (same: boolean, joined: boolean) => ({ same, joined });

  it('counts right and wrong decisions', () => {
    const pairs = [
      pair(true, true),
      pair(true, true),
      pair(true, false),
      pair(false, true),
      pair(false, false),
    ];
    const { precision, recall, f1, accuracy, positives } = scoreDecisions(pairs);
    expect([precision, recall, f1]).toEqual([2 / 3, 2 / 3, 2 / 3]);
    expect(accuracy).toBe(3 / 5);
    expect(positives).toBe(3);
  });

  it('has precision 1 where nothing was joined, and recall 1 where nothing was to be', () => {
    expect(scoreDecisions([pair(true, false)])).toMatchObject({
      precision: 1,
      recall: 0,
      f1: 0,
      accuracy: 0,
    });
    expect(scoreDecisions([pair(false, true)])).toMatchObject({ precision: 0, recall: 1, accuracy: 0 });
  });

  it('loses nothing when every decision is right', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (truths) => {
        const score = scoreDecisions(truths.map((same) => pair(same, same)));
        expect(score).toMatchObject({ precision: 1, recall: 1, f1: 1, accuracy: 1, pairs: truths.length });
      }),
    );
  });

  it('refuses an empty list', () => {
    expect(() => scoreDecisions([])).toThrow(RangeError);
  });
});

describe('scores by edit', () => {
  const articles: readonly EditedArticle[] = [
    { id: 'o1', gold: 's1', cluster: 'A', edit: 'original' },
    { id: 'r1', gold: 's1', cluster: 'A', edit: 'truncate', base: 'o1' },
    { id: 'r2', gold: 's1', cluster: 'B', edit: 'truncate', base: 'o1' },
    { id: 'r3', gold: 's1', cluster: 'B', edit: 'boiler', base: 'o1' },
    { id: 'r4', gold: 's1', cluster: 'C', edit: 'boiler', base: 'not in the set' },
    { id: 't1', gold: 'e1', cluster: 'T', edit: 'trap-weather' },
    { id: 't2', gold: 'e2', cluster: 'T', edit: 'trap-weather' },
    { id: 't3', gold: 'e3', cluster: 'U', edit: 'trap-crime' },
    { id: 't4', gold: 'e3', cluster: 'U', edit: 'trap-crime' },
    { id: 't5', gold: 'e4', cluster: 'A', edit: 'trap-crime' },
  ];

  it('finds a reprint where it is in the story of its base, and lists edits by name', () => {
    expect(recallByEdit(articles)).toEqual([
      { edit: 'boiler', reprints: 2, found: 0 },
      { edit: 'truncate', reprints: 2, found: 1 },
    ]);
  });

  it('counts traps that share a story with a trap of another event, and no others', () => {
    expect(scoreTraps(articles)).toEqual({ traps: 5, joined: 2 });
  });

  it('has nothing to say of a set without edits', () => {
    const plain = [{ id: 'x', gold: 's', cluster: 'A' }];
    expect(recallByEdit(plain)).toEqual([]);
    expect(scoreTraps(plain)).toEqual({ traps: 0, joined: 0 });
  });
});
