import {
  PorterStemmer,
  PorterStemmerDe,
  PorterStemmerEs,
  PorterStemmerFr,
  PorterStemmerIt,
  PorterStemmerNl,
  PorterStemmerNo,
  PorterStemmerPt,
  PorterStemmerRu,
  PorterStemmerSv,
  PorterStemmerUk,
} from 'natural/lib/natural/stemmers';
import { foldText } from './fold';
import { hashString } from './hash';
import { stemLightly } from './light-stem';
import { foldName } from './names';

interface WordStemmer {
  stem(token: string): string;
}

const STEMMERS: Readonly<Record<string, WordStemmer>> = {
  en: PorterStemmer,
  de: PorterStemmerDe,
  es: PorterStemmerEs,
  fr: PorterStemmerFr,
  it: PorterStemmerIt,
  nl: PorterStemmerNl,
  no: PorterStemmerNo,
  pt: PorterStemmerPt,
  ru: PorterStemmerRu,
  sv: PorterStemmerSv,
  uk: PorterStemmerUk,
};

const LIGHT_STEMMER: WordStemmer = { stem: stemLightly };

/** Stemmers cost 5–10 µs a word; longer tokens than this are not words. */
const MAX_WORD_CHARACTERS = 40;
/** Sets of a memo, and entries of a set: 64 bytes, which come into the processor's cache together. */
const MEMO_SETS = 1 << 13;
const WAYS = 8;
const EMPTY = 0xffffffff;

/**
 * A memo from token hash to another hash: 65,536 entries, the latest of each set. With one entry a set, one token in 25 was stemmed
 * again because another word had its place. Results never depend on what it holds.
 */
class HashMemo {
  /** Each hash with its value behind it. */
  private readonly entries = new Uint32Array(2 * WAYS * MEMO_SETS).fill(EMPTY);

  constructor(private readonly compute: (word: string) => number) {}

  get(hash: number, text: string, start: number, end: number): number {
    const { entries } = this;
    const first = (hash & (MEMO_SETS - 1)) * 2 * WAYS;
    for (let at = first; at < first + 2 * WAYS; at += 2) if (entries[at] === hash) return entries[at + 1];
    const value = this.compute(text.slice(start, Math.min(end, start + MAX_WORD_CHARACTERS)));
    entries.copyWithin(first + 2, first, first + 2 * (WAYS - 1));
    entries[first] = hash;
    entries[first + 1] = value;
    return value;
  }
}

const stemHashers = new Map<string, StemHasher>();
const NAME_SALT = 0x6e616d65;
const nameMemo = new HashMemo((word) => hashString(foldName(foldText(word)), NAME_SALT));

/** Hashes the stems of tokens of one language. */
export type StemHasher = (hash: number, text: string, start: number, end: number) => number;

/** For a language: by its stemmer where there is one, else by taking off common endings. */
export function stemHasher(language: string): StemHasher {
  let hasher = stemHashers.get(language);
  if (hasher === undefined) {
    const stemmer = STEMMERS[language] ?? LIGHT_STEMMER;
    const memo = new HashMemo((word) => hashString(foldText(stemSafely(stemmer, word.toLowerCase()))));
    hasher = (hash, text, start, end) => memo.get(hash, text, start, end);
    stemHashers.set(language, hasher);
  }
  return hasher;
}

/** The hash of a name's spelling-neutral form. */
export function hashName(hash: number, text: string, start: number, end: number): number {
  return nameMemo.get(hash, text, start, end);
}

function stemSafely(stemmer: WordStemmer, word: string): string {
  const stem = stemmer.stem(word);
  return stem === '' ? word : stem;
}
