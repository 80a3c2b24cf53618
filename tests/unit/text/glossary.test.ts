import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { conceptFinder, hashConcept } from '../../../src/text/glossary';
import { GLOSSARY_LANGUAGES, GLOSSARY_WORDS } from '../../../src/text/glossary-words';
import { stemHasher } from '../../../src/text/stem';
import { createTokenBuffer, scanTokens } from '../../../src/text/tokens';

const FIELDS = join(__dirname, '../../../src/text/glossary');
const fields = readdirSync(FIELDS);
const buffer = createTokenBuffer();

const stemOf = (language: string, word: string): number => {
  buffer.count = 0;
  scanTokens(word, buffer);
  return stemHasher(language)(buffer.hashes[0], word, buffer.starts[0], buffer.ends[0]);
};

const countTokens = (word: string): number => {
  buffer.count = 0;
  scanTokens(word, buffer);
  return buffer.count;
};

const nameOf = (line: string): string => line.split('|')[0].split(' ')[0];

/** Each word of each line with its language and the name of its concept. */
const entries = GLOSSARY_WORDS.flatMap((line) =>
  line.split('|').flatMap((words, column) =>
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ language: GLOSSARY_LANGUAGES[column], word, concept: nameOf(line) })),
  ),
);

describe('the glossary', () => {
  it('has a column for each language in every line, the English one never empty', () => {
    const wrong = GLOSSARY_WORDS.filter(
      (line) => line.split('|').length !== GLOSSARY_LANGUAGES.length || nameOf(line) === '',
    );
    expect(wrong).toEqual([]);
  });

  it('names each concept once', () => {
    const names = GLOSSARY_WORDS.map(nameOf);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(new Set(names.map(hashConcept)).size).toBe(names.length);
  });

  it.each(fields)('sorts the concepts of %s', (field) => {
    const [words] = Object.values(require(join(FIELDS, field)) as Record<string, string>);
    const names = words.trim().split('\n').map(nameOf);
    expect(names).toEqual([...names].sort());
  });

  it('separates the words of a column by single spaces', () => {
    expect(GLOSSARY_WORDS.filter((line) => /^ |\| | \||  | $/.test(line))).toEqual([]);
  });

  it('has lower-case words of one token each', () => {
    const wrong = entries.filter(({ word }) => countTokens(word) !== 1 || word !== word.toLowerCase());
    expect(wrong).toEqual([]);
  });

  it('puts no word of a language under two concepts', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { language, word, concept } of entries) {
      const key = `${language} ${stemOf(language, word)}`;
      const other = seen.get(key) ?? concept;
      if (other !== concept) twice.push(`${language} ${word}: ${other}, ${concept}`);
      seen.set(key, concept);
    }
    expect(twice).toEqual([]);
  });

  it('finds the concept of every word in it', () => {
    const lost = entries.filter(
      ({ language, word, concept }) =>
        conceptFinder(language)(stemOf(language, word)) !== hashConcept(concept),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    [
      'arrest',
      'arrested',
      'detenidos',
      'presos',
      'arrêtés',
      'festgenommen',
      'задержали',
      'اعتقلت',
      'aretirali',
    ],
    [
      'earthquake',
      'quake',
      'terremotos',
      'sismo',
      'séismes',
      'Erdbeben',
      'землетрясения',
      'الزلزال',
      'potresu',
    ],
    [
      'economy',
      'economic',
      'económica',
      'econômicos',
      'économiques',
      'Wirtschaft',
      'экономики',
      'الاقتصادية',
      'gospodarstva',
    ],
    [
      'election',
      'elections',
      'elecciones',
      'eleições',
      'élections',
      'Parlamentswahlen',
      'выборов',
      'الانتخابات',
      'volitev',
    ],
    [
      'hospital',
      'hospitals',
      'hospitales',
      'hospitais',
      'hôpital',
      'Krankenhäuser',
      'больнице',
      'المستشفيات',
      'bolnišnici',
    ],
    ['million', 'millions', 'millones', 'milhões', 'millions', 'Millionen', 'млн', 'ملايين', 'milijonov'],
    [
      'police',
      'policeman',
      'policía',
      'policiais',
      'policiers',
      'Polizisten',
      'полиции',
      'للشرطة',
      'policije',
    ],
    ['russia', 'Russian', 'rusos', 'russas', 'russes', 'russischen', 'России', 'لروسيا', 'ruskega'],
    [
      'safety',
      'security',
      'seguridad',
      'segurança',
      'sécurité',
      'Sicherheitskräfte',
      'безопасности',
      'الأمن',
      'varnosti',
    ],
    ['war', 'wars', 'guerras', 'guerra', 'guerres', 'Kriege', 'войны', 'الحرب', 'vojno'],
  ])('knows %s in all languages, accents and inflections included', (concept, ...words) => {
    const found = words.map((word, i) =>
      conceptFinder(GLOSSARY_LANGUAGES[i])(stemOf(GLOSSARY_LANGUAGES[i], word)),
    );
    expect(found).toEqual(words.map(() => hashConcept(concept)));
  });

  it.each([
    ['de', 'sich'],
    ['en', 'us'],
    ['es', 'para'],
    ['fr', 'comment'],
    ['pt', 'como'],
    ['ru', 'после'],
    ['ar', 'كان'],
    ['sl', 'naša'],
  ])('does not take %s %s for a word that shares its stem', (language, word) => {
    expect(conceptFinder(language)(stemOf(language, word))).toBe(0);
  });
});
