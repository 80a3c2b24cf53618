import type { Article } from '../article';
import { loadBackground } from '../fingerprint/background';
import { roundFingerprint } from '../fingerprint/codec';
import { fingerprintArticle, observeArticle } from '../fingerprint/fingerprint';
import { TermStatistics } from '../fingerprint/term-statistics';
import { type CleanArticle, cleanArticle } from '../text/clean-article';
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

/** An article to learn from, cleaned once however often it is read. */
export interface TrainingArticle {
  readonly article: Article;
  readonly clean: CleanArticle;
  readonly story: string;
}

/** Unpacked once, for hundreds of small collections. */
let background: ReturnType<typeof loadBackground> | undefined;

/** A set as it was streamed. */
export interface StreamedSet {
  readonly name: string;
  readonly articles: readonly TrainingArticle[];
  /** For each article the places of the earlier ones it was compared with, likest first. */
  readonly candidates: readonly (readonly number[])[];
  readonly pairs: PairSet;
}

/** Cleans labelled articles. */
export function cleanLabelled(
  articles: readonly LabelledArticle[],
  detectLanguage: LanguageDetector,
): TrainingArticle[] {
  return articles.map(({ article, story }) => ({
    article,
    story,
    clean: cleanArticle(article, detectLanguage),
  }));
}

/**
 * Streams articles in their order through fingerprints, statistics and index as the service would, and keeps every compared
 * pair with its features and label.
 *
 * @param from the pairs of articles before this place are left out: they are there to be compared with.
 */
export function collectPairs(name: string, articles: readonly TrainingArticle[], from = 0): StreamedSet {
  const statistics = new TermStatistics((background ??= loadBackground()));
  const index = new MemoryIndex();
  const candidates: number[][] = [];
  const rows: (readonly number[])[] = [];
  const labels: number[] = [];
  articles.forEach(({ article, clean, story }, at) => {
    observeArticle(clean, statistics);
    const fingerprint = roundFingerprint(fingerprintArticle(article, clean, statistics));
    const found = index.add(fingerprint);
    candidates.push(found.map(({ ordinal }) => ordinal));
    if (at < from) return;
    rows.push(...compareCandidates(fingerprint, found).rows);
    labels.push(...found.map(({ ordinal }) => (articles[ordinal].story === story ? 1 : 0)));
  });
  const features = new Float32Array(rows.length * FEATURES.length);
  rows.forEach((row, i) => features.set(row, i * FEATURES.length));
  const pairs = { name, articles: articles.length - from, features, labels: Uint8Array.from(labels) };
  return { name, articles, candidates, pairs };
}

/** The pairs of several collections as one set. */
export function joinPairs(name: string, parts: readonly PairSet[]): PairSet {
  const rows = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const features = new Float32Array(rows * FEATURES.length);
  const labels = new Uint8Array(rows);
  let at = 0;
  for (const part of parts) {
    features.set(part.features, at * FEATURES.length);
    labels.set(part.labels, at);
    at += part.labels.length;
  }
  return { name, articles: parts.reduce((sum, { articles }) => sum + articles, 0), features, labels };
}
