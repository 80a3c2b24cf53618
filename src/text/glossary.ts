import { GLOSSARY_LANGUAGES, GLOSSARY_WORDS } from './glossary-words';
import { hashString } from './hash';
import { stemHasher } from './stem';
import { createTokenBuffer, scanTokens } from './tokens';

const CONCEPT_SALT = 0x636f6e63;

/** Words that stand for two concepts (French `argent`) say too little of either. */
const AMBIGUOUS = -1;

const tables = buildTables();

/** Finds the concept a stem of one language stands for, the same number in all languages of the glossary; 0 when it has none. */
export type ConceptFinder = (stem: number) => number;

/** For a language; finds nothing in one that the glossary does not have. */
export function conceptFinder(language: string): ConceptFinder {
  const table = tables.get(language);
  if (table === undefined) return () => 0;
  return (stem) => {
    const concept = table.get(stem) ?? 0;
    return concept === AMBIGUOUS ? 0 : concept;
  };
}

function buildTables(): Map<string, Map<number, number>> {
  const built = new Map<string, Map<number, number>>(GLOSSARY_LANGUAGES.map((l) => [l, new Map()]));
  const buffer = createTokenBuffer();
  for (const line of GLOSSARY_WORDS.trim().split('\n')) {
    const columns = line.split('|');
    const concept = hashString(columns[0], CONCEPT_SALT);
    GLOSSARY_LANGUAGES.forEach((language, i) => {
      const table = built.get(language);
      const stemOf = stemHasher(language);
      buffer.count = 0;
      scanTokens(columns[i], buffer);
      for (let t = 0; t < buffer.count; t++) {
        const stem = stemOf(buffer.hashes[t], columns[i], buffer.starts[t], buffer.ends[t]);
        const known = table?.get(stem);
        table?.set(stem, known === undefined || known === concept ? concept : AMBIGUOUS);
      }
    });
  }
  return built;
}
