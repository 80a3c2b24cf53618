import { GLOSSARY_LANGUAGES, GLOSSARY_WORDS } from './glossary-words';
import { hashString } from './hash';
import { stemHasher } from './stem';
import { createTokenBuffer, scanTokens } from './tokens';

const CONCEPT_SALT = 0x636f6e63;

/**
 * Put before words of five letters or more. Arabic writes its one-letter prepositions together with the word (`لفرنسا`, to France), and
 * the stemmer, which knows no vocabulary, takes none off that may be the word's own letter. The bare words come last: they win.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = { ar: ['ب', 'ل', ''] };

/** The concepts of stems, a table a language: made when a language is first met, as its words have to be stemmed for it. */
const tables = new Map<string, ReadonlyMap<number, number>>();

/** Finds the concept a stem of one language stands for, the same number in all languages of the glossary; 0 when it has none. */
export type ConceptFinder = (stem: number) => number;

/** For a language; finds nothing in one that the glossary does not have. */
export function conceptFinder(language: string): ConceptFinder {
  let table = tables.get(language);
  if (table === undefined) {
    const column = (GLOSSARY_LANGUAGES as readonly string[]).indexOf(language);
    if (column === -1) return () => 0;
    table = buildTable(language, column);
    tables.set(language, table);
  }
  const concepts = table;
  return (stem) => concepts.get(stem) ?? 0;
}

/** The number of the concept that an English word of the glossary names, the first of its line. */
export function hashConcept(name: string): number {
  return hashString(name, CONCEPT_SALT);
}

function buildTable(language: string, column: number): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  const stemOf = stemHasher(language);
  const buffer = createTokenBuffer();
  for (const prefix of PREFIXES[language] ?? ['']) {
    for (const line of GLOSSARY_WORDS) {
      const columns = line.split('|');
      const concept = hashConcept(columns[0].split(' ', 1)[0]);
      const words = prefix === '' ? columns[column] : columns[column].replace(/(?<!\S)(?=\S{5})/g, prefix);
      buffer.count = 0;
      scanTokens(words, buffer);
      for (let t = 0; t < buffer.count; t++) {
        table.set(stemOf(buffer.hashes[t], words, buffer.starts[t], buffer.ends[t]), concept);
      }
    }
  }
  return table;
}
