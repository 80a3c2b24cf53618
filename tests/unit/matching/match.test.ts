import fc from 'fast-check';
import type { Article } from '../../../src/article';
import { roundFingerprint } from '../../../src/fingerprint/codec';
import { type Fingerprint, fingerprintArticle, observeArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { explain } from '../../../src/matching/evidence';
import { computeFeatures, FEATURES } from '../../../src/matching/features';
import { compareCandidates, matchCandidates } from '../../../src/matching/match';
import { MemoryIndex } from '../../../src/matching/memory-index';
import { choosePart, evaluateCurve, loadModel, parseModel, predict } from '../../../src/matching/model';
import { sumTrees } from '../../../src/matching/trees';
import { cleanArticle } from '../../../src/text/clean-article';

const HOUR = 3_600_000;
const NOON = Date.UTC(2024, 4, 6, 12);
const model = loadModel();

type Post = Partial<Article> & { readonly hours?: number };

/** Fingerprints posts in turn, as the service would. */
function fingerprints(posts: readonly Post[], language = 'en'): Fingerprint[] {
  const statistics = new TermStatistics();
  return posts.map(({ hours = 0, ...fields }, i) => {
    const article: Article = {
      id: `a${i}`,
      collection: 'default',
      revision: 1,
      title: '',
      source: { name: `Outlet ${i}` },
      publishedAtMs: NOON + hours * HOUR,
      receivedAtMs: 0,
      status: 'usable',
      ...fields,
    };
    const clean = cleanArticle(article, () => language);
    observeArticle(clean, statistics);
    return roundFingerprint(fingerprintArticle(article, clean, statistics));
  });
}

const probability = (a: Post, b: Post): number => {
  const [x, y] = fingerprints([a, b]);
  return matchCandidates(y, [{ ordinal: 0, fingerprint: x }], model)[0].probability;
};

const WIRE =
  'The harbour council of Brackwater closed the old pier on Monday after a storm broke 14 of its posts. Mayor Ann ' +
  'Vale told reporters that repairs would cost 2.5 million crowns and take until May. Fishermen moored their boats ' +
  'in Selby instead, and the ferry to Karnholm was put off for a week. "We were lucky that nobody stood on it," Vale said.';
const PIER: Post = { title: 'Brackwater closes pier after storm', text: WIRE };

describe('matchCandidates', () => {
  it.each<[string, Post]>([
    ['word for word', { ...PIER, hours: 3 }],
    [
      'under another headline',
      { ...PIER, title: 'Storm damage shuts harbour landmark in Brackwater', hours: 2 },
    ],
    ['with a dateline and credit', { ...PIER, text: `BRACKWATER (Reuters) - ${WIRE}`, hours: 1 }],
    ['cut to its first sentences', { ...PIER, text: WIRE.split('. ').slice(0, 2).join('. '), hours: 1 }],
    [
      'with a paragraph more',
      {
        ...PIER,
        text: `${WIRE}\n\nThe pier was built in 1911 by Tom Reed and last mended in 1987, when ice had lifted the planks.`,
        hours: 5,
      },
    ],
  ])('knows a report again %s', (_, copy) => {
    const [x, y] = fingerprints([PIER, copy]);
    const [match] = matchCandidates(y, [{ ordinal: 7, fingerprint: x }], model);
    expect(match).toMatchObject({ ordinal: 7, level: 'copy' });
    expect(match.probability).toBeGreaterThan(0.7);
  });

  const lottery = (numbers: string, draw: string): Post => ({
    title: 'Winning numbers of the Saturday draw',
    text: `The winning numbers of draw ${draw} were ${numbers}. Nobody had all of them right, so that the jackpot rises. The next draw takes place on Saturday as usual, and tickets are sold until six in the evening.`,
  });

  it('keeps two draws in the same words apart', () => {
    const other = { ...lottery('2, 8, 23, 30, 37, 49', '1312'), hours: 7 * 24 };
    expect(probability(lottery('4, 11, 19, 27, 33, 41', '1311'), other)).toBeLessThan(model.thresholds.merge);
  });

  it('keeps reports of different things apart', () => {
    const other: Post = {
      title: 'Quartet from Lund wins chamber music prize',
      text: 'A quartet from Lund won the chamber music prize with two works by young composers. The jury praised its tone.',
    };
    expect(probability(PIER, other)).toBeLessThan(model.thresholds.related);
  });

  it('is no surer for being asked from the other side', () => {
    const posts = [PIER, { ...PIER, text: `${WIRE} More follows.`, hours: 4 }];
    expect(probability(posts[0], posts[1])).toBeCloseTo(probability(posts[1], posts[0]), 1);
  });
});

describe('computeFeatures', () => {
  it('is symmetric', () => {
    const post = fc.record({
      title: fc.lorem({ maxCount: 6 }),
      text: fc.lorem({ maxCount: 60 }),
      hours: fc.nat(100),
    });
    fc.assert(
      fc.property(post, post, (a, b) => {
        const [x, y] = fingerprints([a, b]);
        const [there, back] = [computeFeatures(x, y), computeFeatures(y, x)];
        there.forEach((value, i) => {
          if (Number.isNaN(value)) expect(back[i]).toBeNaN();
          else expect(back[i]).toBeCloseTo(value, 6);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('has a value or NaN for every feature, whatever the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = fingerprints([{ title: a, text: b }, { title: b }]);
        const features = computeFeatures(x, y);
        expect(features).toHaveLength(FEATURES.length);
        expect(features.every((v) => Number.isFinite(v) || Number.isNaN(v))).toBe(true);
        expect(predict(model, features)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the crowd of candidates', () => {
  it('makes the one that stands out likelier than alone among strangers', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => ({
      title: `Council of Selby meets about road ${i}`,
      text: `The council of Selby met on Monday about road ${i}. Members spoke for an hour and put the vote off.`,
    }));
    const [subject, twin, ...rest] = fingerprints([
      PIER,
      {
        title: 'Pier shut in Brackwater',
        text: 'Waves broke the posts of the pier in Brackwater on Monday; repairs for Selby and Karnholm wait, Vale said.',
      },
      ...crowd,
    ]);
    const { rows } = compareCandidates(
      subject,
      [twin, ...rest].map((fingerprint, ordinal) => ({ ordinal, fingerprint })),
    );
    const above = rows.map((row) => row[FEATURES.indexOf('aboveCrowd')]);
    // Few words that share few names count as ordinary: 0.
    expect(above[0]).toBe(Math.max(...above));
    expect(above[0]).toBeGreaterThan(0);
    expect(rows[0][FEATURES.indexOf('rank')]).toBe(0);
  });
});

describe('a crowd given', () => {
  const [subject, ...others] = fingerprints([
    PIER,
    ...Array.from({ length: 20 }, (_, i) => ({
      title: `Pier ${i} of Brackwater`,
      text: `The pier ${i} of Brackwater was painted on Monday${' and closed after the storm'.repeat(i % 4)}. Mayor Ann Vale spoke of posts.`,
    })),
  ]).map((fingerprint, ordinal) => ({ ordinal, fingerprint }));

  it('measures further articles as it measures the candidates', () => {
    const all = compareCandidates(subject.fingerprint, others);
    const few = [others[3], others[7]];
    const chosen = [all.rows[3], all.rows[7]];
    expect(compareCandidates(subject.fingerprint, few, all.crowd).rows).toEqual(chosen);
    expect(compareCandidates(subject.fingerprint, few).rows).not.toEqual(chosen);
  });
});

describe('explain', () => {
  it('takes the log-odds apart without a rest', () => {
    const [x, y] = fingerprints([PIER, { ...PIER, hours: 9 }]);
    const [features] = compareCandidates(y, [{ ordinal: 0, fingerprint: x }]).rows;
    const evidence = explain(features, model);
    const odds = evidence.reduce(
      (sum, { contribution }) => sum + contribution,
      choosePart(model, features).intercept,
    );
    expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(predict(model, features), 10);
    expect(evidence.map(({ feature }) => feature).sort()).toEqual([...FEATURES].sort());
  });
});

describe('parseModel', () => {
  it.each([
    ['another version', { ...model, version: 99 }, /version 99/],
    ['another set of features', { ...model, texts: { ...model.texts, curves: [] } }, /features differ/],
    [
      'knots that do not rise',
      {
        ...model,
        headlines: {
          ...model.headlines,
          curves: model.headlines.curves.map((c) => ({ ...c, knots: [1, 1], values: [0, 0] })),
        },
      },
      /bad knots/,
    ],
    [
      'a tree without leaves',
      {
        ...model,
        texts: { ...model.texts, trees: [{ features: [-1], limits: [0], missing: [0], values: [0, 0] }] },
      },
      /bad tree 0: nodes are missing/,
    ],
  ])('refuses %s', (_, broken, message) => {
    expect(() => parseModel(broken)).toThrow(message);
  });
});

describe('MemoryIndex', () => {
  it('gives earlier articles that share keys, the likest first', () => {
    const index = new MemoryIndex();
    const [a, b, c] = fingerprints([
      PIER,
      { title: 'Ferry to Karnholm sails again', text: 'The ferry to Karnholm sails again.' },
      { ...PIER, hours: 2 },
    ]);
    expect(index.add(a)).toEqual([]);
    expect(index.add(b).map(({ ordinal }) => ordinal)).toEqual([0]);
    expect(index.add(c).map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  });
});

describe('predict', () => {
  const [x, y] = fingerprints([
    PIER,
    { title: 'Ferry to Karnholm put off', text: `${WIRE} It may snow.`, hours: 5 },
  ]);
  const features = computeFeatures(x, y);
  const part = choosePart(model, features);
  const curves = part.curves.reduce((sum, c, i) => sum + evaluateCurve(c, features[i]), part.intercept);
  const toProbability = (odds: number): number => 1 / (1 + Math.exp(-odds));

  it('sums the curves as they are shown, and the trees', () => {
    expect(curves).toBeGreaterThan(part.treesFrom);
    expect(predict(model, features)).toBeCloseTo(toProbability(curves + sumTrees(part.trees, features)), 10);
  });

  it('asks no tree where the curves leave a pair far from any threshold', () => {
    const far = { ...part, treesFrom: curves + 0.1 };
    expect(predict({ ...model, texts: far, headlines: far }, features)).toBeCloseTo(
      toProbability(curves),
      10,
    );
  });
});
