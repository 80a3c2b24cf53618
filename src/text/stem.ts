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
const MEMO_BITS = 16;
const EMPTY = 0xffffffff;

/** A direct-mapped memo from token hash to another hash. Results never depend on what it holds. */
class HashMemo {
  private readonly keys = new Uint32Array(1 << MEMO_BITS).fill(EMPTY);
  private readonly values = new Uint32Array(1 << MEMO_BITS);

  constructor(private readonly compute: (word: string) => number) {}

  get(hash: number, text: string, start: number, end: number): number {
    const slot = hash & ((1 << MEMO_BITS) - 1);
    if (this.keys[slot] === hash) return this.values[slot];
    const value = this.compute(text.slice(start, Math.min(end, start + MAX_WORD_CHARACTERS)));
    this.keys[slot] = hash;
    this.values[slot] = value;
    return value;
  }
}

const stemMemos = new Map<string, HashMemo>();
const NAME_SALT = 0x6e616d65;
const nameMemo = new HashMemo((word) => hashString(foldName(foldText(word)), NAME_SALT));

/** The hash of a token's stem in a language: by its stemmer where there is one, else by taking off common endings. */
export function hashStem(language: string, hash: number, text: string, start: number, end: number): number {
  let memo = stemMemos.get(language);
  if (memo === undefined) {
    const stemmer = STEMMERS[language] ?? LIGHT_STEMMER;
    memo = new HashMemo((word) => hashString(foldText(stemSafely(stemmer, word.toLowerCase()))));
    stemMemos.set(language, memo);
  }
  return memo.get(hash, text, start, end);
}

/** The hash of a name's spelling-neutral form. */
export function hashName(hash: number, text: string, start: number, end: number): number {
  return nameMemo.get(hash, text, start, end);
}

function stemSafely(stemmer: WordStemmer, word: string): string {
  const stem = stemmer.stem(word);
  return stem === '' ? word : stem;
}
