import type { CleanArticle } from '../text/clean-article';
import { type DayWordFinder, dayWordFinder } from '../text/day-words';
import { type ConceptFinder, conceptFinder } from '../text/glossary';
import { hashString } from '../text/hash';
import { spellInCyrillic } from '../text/romanised-russian';
import { hashName, type StemHasher, stemHasher } from '../text/stem';
import {
  CAPITAL,
  createTokenBuffer,
  DIGITS,
  FIRST,
  MAX_TOKENS,
  scanTokens,
  UNSEGMENTED,
} from '../text/tokens';
import { NamedDays } from './named-days';
import { type Sketch, sketchShingles } from './sketch';
import { TermCounter, type TermCounts } from './term-counter';

/** Places a term occurs in, as bits of flags. */
export const IN_TITLE = 1;
export const IN_LEAD = 2;

/** Body tokens that count as the lead. */
const LEAD_TOKENS = 60;

/** The terms of an article before they are weighed. */
export interface Analysis {
  /** The title as it was read. */
  readonly title: string;
  readonly bodyTokens: number;
  readonly words: TermCounts;
  readonly names: TermCounts;
  readonly numbers: TermCounts;
  /** Concepts of the glossary, the same in all its languages. */
  readonly concepts: TermCounts;
  /** Days, months and quarters the article names, ascending; see `NamedDays`. */
  readonly days: Uint16Array;
  readonly sketch: Sketch;
}

const buffer = createTokenBuffer();
const kept = new Uint32Array(MAX_TOKENS);
const words = new TermCounter();
const names = new TermCounter();
const numbers = new TermCounter();
const concepts = new TermCounter();
const days = new NamedDays();
let last: { readonly clean: CleanArticle; readonly analysis: Analysis } | undefined;

/**
 * Reads the terms of a cleaned article. That of the last article is remembered: it is counted and fingerprinted one after the other. A dozen
 * arrays for each article that is kept would be work for the collector.
 */
export function analyzeArticle(clean: CleanArticle): Analysis {
  if (last?.clean !== clean) last = { clean, analysis: analyze(clean) };
  return last.analysis;
}

/** How the words of a language are read. */
interface Reading {
  readonly stemOf: StemHasher;
  readonly conceptOf: ConceptFinder;
  readonly dayWordOf: DayWordFinder;
}

function analyze(clean: CleanArticle): Analysis {
  const { language } = clean;
  const reading = {
    stemOf: stemHasher(language),
    conceptOf: conceptFinder(language),
    dayWordOf: dayWordFinder(language),
  };
  const read = isRomanised(clean) ? spellInCyrillic : (text: string): string => text;
  const title = read(clean.title);
  let bodyTokens = 0;
  for (const { text } of clean.sentences) bodyTokens = countTokens(read(text), reading, bodyTokens, false);
  const titled = countTokens(title, reading, bodyTokens, true);
  const sketch = bodyTokens > 0 ? sketchShingles(kept, bodyTokens) : sketchShingles(kept, titled);
  return {
    title,
    bodyTokens,
    words: words.take(),
    names: names.take(),
    numbers: numbers.take(),
    concepts: concepts.take(),
    days: days.finish(),
    sketch,
  };
}

/**
 * Whether an article is Russian without one Cyrillic letter. Names that stand in Latin letters in a Russian text, as `iPhone` does, are
 * left as they are.
 */
function isRomanised({ language, title, sentences }: CleanArticle): boolean {
  return language === 'ru' && !CYRILLIC.test(title) && !sentences.some(({ text }) => CYRILLIC.test(text));
}

const CYRILLIC = /[\u0400-\u04ff]/;

/** A quarter is a name as well: it tells this year's results of a company from each other, in whose place all else may be the same. */
const QUARTER_NAMES = [1, 2, 3, 4].map((quarter) => hashString(`quarter ${quarter}`));

function countTokens(
  text: string,
  { stemOf, conceptOf, dayWordOf }: Reading,
  before: number,
  title: boolean,
): number {
  buffer.count = 0;
  scanTokens(text, buffer);
  const shouting = title && isTitleCase();
  let n = before;
  for (let i = 0; i < buffer.count && n < MAX_TOKENS; i++) {
    const hash = buffer.hashes[i];
    const kind = buffer.kinds[i];
    const start = buffer.starts[i];
    const end = buffer.ends[i];
    const flag = title ? IN_TITLE : n < LEAD_TOKENS ? IN_LEAD : 0;
    kept[n++] = hash;
    if ((kind & DIGITS) !== 0) numbers.add(hash, flag);
    if ((kind & (DIGITS | UNSEGMENTED)) !== 0) words.add(hash, flag);
    else {
      const stem = stemOf(hash, text, start, end);
      words.add(stem, flag);
      const concept = flag === 0 ? 0 : conceptOf(stem);
      if (concept !== 0) concepts.add(concept, flag);
    }
    const quarter = days.takeQuarter(buffer, i);
    if (quarter !== undefined) names.add(QUARTER_NAMES[quarter], flag);
    // A weekday or month is no name: reports of one day would all share it.
    if (days.take(buffer, i, text, dayWordOf) || (kind & CAPITAL) === 0) continue;
    const name = hashName(hash, text, start, end);
    const doubtful = title ? shouting && before > 0 : (kind & FIRST) !== 0;
    if (!doubtful || names.has(name)) names.add(name, flag);
  }
  return n;
}

/** Headlines Written Like This say nothing about which words are names. */
function isTitleCase(): boolean {
  let capital = 0;
  for (let i = 0; i < buffer.count; i++) if ((buffer.kinds[i] & CAPITAL) !== 0) capital++;
  return capital * 5 > buffer.count * 3;
}
