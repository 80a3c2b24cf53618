import type { Article } from '../article';
import { loadBackground } from '../fingerprint/background';
import { roundFingerprint } from '../fingerprint/codec';
import { fingerprintArticle, observeArticle } from '../fingerprint/fingerprint';
import { TermStatistics } from '../fingerprint/term-statistics';
import { cleanArticle } from '../text/clean-article';
import type { LanguageDetector } from '../text/language';
import { FEATURES } from './features';
import { compareCandidates } from './match';
import { MemoryIndex } from './memory-index';

/** An article whose story is known. */
export interface LabelledArticle {
  readonly article: Article;
  readonly story: string;
}

/** The pairs that the service would compare on a labelled set, row by row. */
export interface PairSet {
  readonly name: string;
  readonly articles: number;
  /** `FEATURES.length` values a row. */
  readonly features: Float32Array;
  /** 1 where both report one story. */
  readonly labels: Uint8Array;
}

/** What feeds lack: a set is also learned from with parts taken away, so that the model holds there too. */
export type Reduction = 'whole' | 'titles' | 'undated' | 'bare';

/** Takes parts of an article away: all but title and date; the date; or everything but its text. */
export function reduceArticle(article: Article, reduction: Reduction): Article {
  const { text, html, publishedAtMs, ...rest } = article;
  const body = { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) };
  const date = publishedAtMs === undefined ? {} : { publishedAtMs };
  if (reduction === 'titles') return { ...rest, ...date };
  if (reduction === 'undated') return { ...rest, ...body };
  if (reduction === 'bare') return { ...rest, ...body, title: '', source: { name: '' } };
  return article;
}

/**
 * Streams articles in their order through cleaning, fingerprints, statistics and index as the service would, and
 * keeps every compared pair with its features and label.
 */
export function collectPairs(
  name: string,
  articles: readonly LabelledArticle[],
  detectLanguage: LanguageDetector,
): PairSet {
  const statistics = new TermStatistics(loadBackground());
  const index = new MemoryIndex();
  const rows: (readonly number[])[] = [];
  const labels: number[] = [];
  for (const { article, story } of articles) {
    const clean = cleanArticle(article, detectLanguage);
    observeArticle(clean, statistics);
    const fingerprint = roundFingerprint(fingerprintArticle(article, clean, statistics));
    const candidates = index.add(fingerprint);
    rows.push(...compareCandidates(fingerprint, candidates).rows);
    labels.push(...candidates.map(({ ordinal }) => (articles[ordinal].story === story ? 1 : 0)));
  }
  const features = new Float32Array(rows.length * FEATURES.length);
  rows.forEach((row, i) => features.set(row, i * FEATURES.length));
  return { name, articles: articles.length, features, labels: Uint8Array.from(labels) };
}
