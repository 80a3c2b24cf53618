import type { CleanArticle } from '../text/clean-article';

/**
 * What is derived from an article alone is derived once and kept with the article, for as long as that is kept: a story
 * that grows does not read its earlier members again. One weak map for all kinds, as each map is work for the collector.
 */
const records = new WeakMap<CleanArticle, unknown[]>();
let kinds = 0;

function recordOf(clean: CleanArticle): unknown[] {
  let record = records.get(clean);
  if (!record) {
    record = [];
    records.set(clean, record);
  }
  return record;
}

/** Derives something from an article once. `derive` must depend on nothing but the article. */
export function perArticle<T extends object>(derive: (clean: CleanArticle) => T): (clean: CleanArticle) => T {
  const kind = kinds++;
  return (clean) => {
    const record = recordOf(clean);
    const known = record[kind] as T | undefined;
    if (known !== undefined) return known;
    const derived = derive(clean);
    record[kind] = derived;
    return derived;
  };
}

/** Derives something from each sentence of an article once, when first asked for. */
export function perSentence<T>(
  derive: (text: string, clean: CleanArticle) => T,
): (clean: CleanArticle, index: number) => T {
  const listOf = perArticle<(T | undefined)[]>(() => []);
  return (clean, index) => {
    const list = listOf(clean);
    const known = list[index];
    if (known !== undefined) return known;
    const derived = derive(clean.sentences[index].text, clean);
    list[index] = derived;
    return derived;
  };
}
