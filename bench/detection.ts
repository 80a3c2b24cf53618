import type { PackedFingerprint } from '../src/matching/packed-fingerprint';
import type { CleanArticle } from '../src/text/clean-article';
import type { BenchArticle } from './articles';
import { requireBuilt } from './built';
import { median } from './report';

const { encodeFingerprint, roundFingerprint }: typeof import('../src/fingerprint/codec') =
  requireBuilt('./fingerprint/codec');
const { fingerprintArticle, observeArticle }: typeof import('../src/fingerprint/fingerprint') =
  requireBuilt('./fingerprint/fingerprint');
const { indexKeys }: typeof import('../src/fingerprint/index-keys') =
  requireBuilt('./fingerprint/index-keys');
const { TermStatistics }: typeof import('../src/fingerprint/term-statistics') = requireBuilt(
  './fingerprint/term-statistics',
);
const { CANDIDATE_LIMIT, candidatesCompared }: typeof import('../src/matching/candidates') =
  requireBuilt('./matching/candidates');
const { matchCandidates }: typeof import('../src/matching/match') = requireBuilt('./matching/match');
const { packFingerprint }: typeof import('../src/matching/packed-fingerprint') = requireBuilt(
  './matching/packed-fingerprint',
);
const { loadModel }: typeof import('../src/matching/model') = requireBuilt('./matching/model');
const { sketchShingles }: typeof import('../src/fingerprint/sketch') = requireBuilt('./fingerprint/sketch');
const { loadLanguageDetector }: typeof import('../src/text/language') = requireBuilt('./text/language');
const { createTokenBuffer, scanTokens }: typeof import('../src/text/tokens') = requireBuilt('./text/tokens');
const { cleanArticle }: typeof import('../src/text/clean-article') = requireBuilt('./text/clean-article');

/** Median CPU time of one article's steps, in microseconds, without Redis. */
export interface DetectionCost {
  /** From the raw text to the sketch of its shingles: what the fingerprint rests on, and others measure. */
  readonly sketch: number;
  readonly clean: number;
  readonly fingerprint: number;
  readonly compare: number;
  /** Bytes of a stored fingerprint. */
  readonly fingerprintBytes: number;
}

/** Articles that go before those that are timed: code that has just been loaded is translated while it runs. */
export const DETECTION_WARM_UP = 1_500;

/**
 * Times each step of detection on articles of about 420 words, those after the first `DETECTION_WARM_UP`; `compare` is with as many candidates as
 * an article may have.
 */
export async function measureDetection(articles: readonly BenchArticle[]): Promise<DetectionCost> {
  const statistics = new TermStatistics();
  const model = loadModel();
  const detectLanguage = await loadLanguageDetector();
  const tokens = createTokenBuffer();
  const costs = {
    sketch: [] as number[],
    clean: [] as number[],
    fingerprint: [] as number[],
    compare: [] as number[],
  };
  const known: PackedFingerprint[] = [];
  let bytes = 0;
  articles.forEach((posted, i) => {
    const article = {
      ...posted,
      ...{ collection: 'bench', revision: 1, receivedAtMs: 0, status: 'usable' as const },
      ...{ source: { name: posted.source }, publishedAtMs: Date.parse(posted.publishedAt) },
    };
    time(costs.sketch, () => {
      tokens.count = 0;
      scanTokens(posted.text, tokens);
      return sketchShingles(tokens.hashes, tokens.count);
    });
    const clean = time<CleanArticle>(costs.clean, () => cleanArticle(article, detectLanguage));
    observeArticle(clean, statistics);
    const { made, packed, keys } = time(costs.fingerprint, () => {
      const rounded = roundFingerprint(fingerprintArticle({ ...article }, { ...clean }, statistics));
      return { made: rounded, packed: packFingerprint(rounded), keys: indexKeys(rounded).length };
    });
    bytes += encodeFingerprint(made).length;
    const candidates = known
      .slice(-candidatesCompared(keys, CANDIDATE_LIMIT))
      .map((other, at) => ({ ordinal: i + at, fingerprint: other }));
    time(costs.compare, () => matchCandidates(packed, candidates, model));
    known.push(packed);
  });
  return {
    sketch: median(costs.sketch.slice(DETECTION_WARM_UP)),
    clean: median(costs.clean.slice(DETECTION_WARM_UP)),
    fingerprint: median(costs.fingerprint.slice(DETECTION_WARM_UP)),
    compare: median(costs.compare.slice(DETECTION_WARM_UP)),
    fingerprintBytes: Math.round(bytes / articles.length),
  };
}

function time<T>(into: number[], run: () => T): T {
  const start = performance.now();
  const result = run();
  into.push((performance.now() - start) * 1_000);
  return result;
}
