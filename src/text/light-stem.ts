const ARABIC = /[\u0600-\u06ff]/;

/** Conjunctions, prepositions and the article, written together with the word (after Larkey's light10). */
const ARABIC_PREFIX = /^(?:وال|بال|كال|فال|ال|لل|و(?=.{3}))/;
const ARABIC_SUFFIX = /(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/;

/** Case and number endings common to Slavic and other inflected languages without a stemmer here. */
const ENDING = /(?:ami|ega|emu|ovi|ev|ov|ih|im|om|em|ah|[aeiouyаеиоуыюя]{1,2})$/;

/**
 * Takes common endings off a lower-case word of a language without a stemmer. Words stay at least four letters long
 * (three in Arabic), so short words, as Vietnamese has, are left alone.
 */
export function stemLightly(word: string): string {
  if (ARABIC.test(word)) {
    const bare = word.replace(ARABIC_PREFIX, '');
    const stem = bare.length >= 3 ? bare : word;
    const cut = stem.replace(ARABIC_SUFFIX, '');
    return cut.length >= 3 ? cut : stem;
  }
  if (word.length < 6) return word;
  const cut = word.replace(ENDING, '');
  return cut.length >= 4 ? cut : word;
}
