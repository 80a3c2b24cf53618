import { seededRandom } from '../../../src/cli/seeded-random';
import { averagePrecision, measurePairs } from '../../../src/matching/calibration';
import { FEATURES } from '../../../src/matching/features';
import { fitModel } from '../../../src/matching/fit-model';
import { evaluateCurve, loadModel } from '../../../src/matching/model';
import { collectSmallPairs } from '../../../src/matching/small-collections';
import { amendReport, continueColumn, namesIn, renameEvent } from '../../../src/matching/training-doubles';
import {
  cleanLabelled,
  collectPairs,
  joinPairs,
  type LabelledArticle,
  reduceArticle,
} from '../../../src/matching/training-pairs';

const OPTIONS = { knots: 8, smoothness: 0.1, ridge: 0.01, monotone: new Map() };

/** Rows of (x, noise) labelled with log-odds 6x − 3; every tenth x is missing, labelled 1 half the time. */
function makePairs(count: number) {
  const random = seededRandom(1);
  const features = new Float32Array(count * 2);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const x = i % 10 === 0 ? NaN : random();
    const p = Number.isNaN(x) ? 0.5 : 1 / (1 + Math.exp(3 - 6 * x));
    features.set([x, random()], i * 2);
    labels[i] = random() < p ? 1 : 0;
  }
  return { width: 2, features, labels, weights: new Float64Array(count).fill(1) };
}

describe('fitModel', () => {
  const { intercept, curves } = fitModel(makePairs(8_000), ['x', 'noise'], OPTIONS);
  const odds = (x: number): number => intercept + evaluateCurve(curves[0], x) + evaluateCurve(curves[1], 0.5);

  it.each([
    [0.1, -2.4],
    [0.5, 0],
    [0.9, 2.4],
    [NaN, 0],
  ])('finds the log-odds at %d', (x, expected) => {
    expect(Math.abs(odds(x) - expected)).toBeLessThan(0.4);
  });

  it('leaves a curve flat that says nothing', () => {
    const values = curves[1].values;
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.6);
  });

  it('lets a curve rise only when it is told so', () => {
    const falling = fitModel(makePairs(2_000), ['x', 'noise'], {
      ...OPTIONS,
      monotone: new Map([['x', -1]]),
    });
    const { values } = falling.curves[0];
    expect(values.every((v, i) => i === 0 || v <= values[i - 1] + 0.05)).toBe(true);
  });
});

describe('averagePrecision', () => {
  it.each([
    [[0.9, 0.8, 0.1], [1, 1, 0], 1],
    [[0.9, 0.8, 0.7], [0, 1, 1], (1 / 2 + 2 / 3) / 2],
    [[0.5], [0], 0],
  ])('of %j with %j is %d', (probabilities, labels, expected) => {
    expect(averagePrecision(Float64Array.from(probabilities), Uint8Array.from(labels))).toBeCloseTo(expected);
  });
});

describe('collectPairs', () => {
  const labelled = (id: string, story: string, title: string): LabelledArticle => ({
    article: {
      ...{ id, collection: 'default', revision: 1, title, source: { name: id }, receivedAtMs: 0 },
      ...{ status: 'usable' as const, publishedAtMs: 0, text: `${title}. It was announced in Selby.` },
    },
    story,
  });
  const articles = [
    labelled('a', 's1', 'Pier of Brackwater closes'),
    labelled('b', 's1', 'Brackwater pier closed'),
    labelled('c', 's2', 'Ferry of Brackwater sails'),
  ];

  const cleaned = cleanLabelled(articles, () => 'en');

  it('labels each compared pair by whether both are one story', () => {
    const { pairs, candidates } = collectPairs('set', cleaned);
    expect([...pairs.labels].toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(pairs.features).toHaveLength(3 * FEATURES.length);
    expect(candidates.map((list) => list.toSorted((a, b) => a - b))).toEqual([[], [0], [0, 1]]);
  });

  it('measures a model on them', () => {
    const { pairs, oneStory, calibration } = measurePairs(loadModel(), collectPairs('set', cleaned).pairs);
    expect({ pairs, oneStory, binned: calibration.reduce((n, bin) => n + bin.pairs, 0) }).toEqual({
      pairs: 3,
      oneStory: 1,
      binned: 3,
    });
  });

  it.each([
    ['whole', ['publishedAtMs', 'text']],
    ['titles', ['publishedAtMs']],
    ['undated', ['text']],
    ['bare', ['text']],
  ] as const)('takes parts away: %s', (reduction, kept) => {
    const reduced = reduceArticle(articles[0].article, reduction);
    expect(
      Object.keys(reduced)
        .filter((key) => key === 'text' || key === 'publishedAtMs')
        .sort(),
    ).toEqual(kept);
  });
});

describe('doubles to learn from', () => {
  const [report, other] = cleanLabelled(
    [
      [
        'Storm Odile shuts Veracampo schools',
        'Schools stayed shut in Veracampo on Monday as Odile tore down 40 masts. Governor Paulo Estrand asked people in Corrin to stay indoors.',
      ],
      [
        'Quartet from Lund wins prize',
        'A quartet from Lund won the prize of Brackwater. The jury praised its tone. Its leader Marit Solvang thanked all.',
      ],
    ].map(([title, text]) => ({
      article: {
        ...{
          id: title,
          collection: 'default',
          revision: 1,
          title,
          text: `${text} More is to follow.`,
          source: { name: 'Wire' },
        },
        ...{ publishedAtMs: Date.UTC(2026, 2, 10), receivedAtMs: 0, status: 'usable' as const },
      },
      story: title,
    })),
    () => 'en',
  );
  const NAMES = ['Skagen', 'Birger', 'Dahlen'];
  const textOf = ({ clean }: typeof report): string =>
    [clean.title, ...clean.sentences.map(({ text }) => text)].join(' ');

  it('finds the names within sentences, without days', () => {
    expect(namesIn(report.clean).toSorted()).toEqual(['Corrin', 'Estrand', 'Odile', 'Paulo', 'Veracampo']);
  });

  it('of another event have other names and are another story', () => {
    const doubles = Array.from({ length: 40 }, (_, i) => renameEvent(report, NAMES, seededRandom(i))!);
    for (const double of doubles) {
      expect(double.story).not.toBe(report.story);
      expect(namesIn(double.clean)).not.toEqual(namesIn(report.clean));
      expect(double.article.publishedAtMs).toBeGreaterThanOrEqual(report.article.publishedAtMs!);
    }
    expect(doubles.filter((double) => /Skagen|Birger|Dahlen/.test(textOf(double))).length).toBeGreaterThan(
      35,
    );
    expect(
      renameEvent({ ...report, clean: { ...report.clean, language: 'de' } }, NAMES, seededRandom(1)),
    ).toBeUndefined();
  });

  it('of the same event keep its names and its story', () => {
    const double = amendReport(report, seededRandom(4))!;
    expect(double.story).toBe(report.story);
    expect(textOf(double)).toContain('Veracampo');
  });

  it('of the next week keep headline and outlet', () => {
    const double = continueColumn(report, other, seededRandom(3))!;
    expect([double.clean.title, double.article.source]).toEqual([report.clean.title, report.article.source]);
    expect(
      (double.article.publishedAtMs! - report.article.publishedAtMs!) / 86_400_000,
    ).toBeGreaterThanOrEqual(7);
  });

  it('are in small collections, the same ones for the same seed', () => {
    const set = collectPairs('set', [report, other]);
    const [once, again] = [1, 1].map((seed) => collectSmallPairs(set, [set], seededRandom(seed)));
    expect(again).toEqual(once);
    expect(new Set(once.labels)).toEqual(new Set([0, 1]));
    expect(once.features).toHaveLength(once.labels.length * FEATURES.length);
    expect(joinPairs('two', [once, again]).labels).toHaveLength(2 * once.labels.length);
  });
});
