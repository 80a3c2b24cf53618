import { CONFLICT } from './glossary/conflict';
import { COUNTRIES } from './glossary/countries';
import { CULTURE } from './glossary/culture';
import { DISASTERS } from './glossary/disasters';
import { ECONOMY } from './glossary/economy';
import { HEADLINES } from './glossary/headlines';
import { NUMBERS } from './glossary/numbers';
import { POLITICS } from './glossary/politics';
import { SCIENCE } from './glossary/science';
import { SOCIETY } from './glossary/society';
import { SPORT } from './glossary/sport';

/** The languages of the columns of `GLOSSARY_WORDS`. */
export const GLOSSARY_LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'ru', 'ar', 'sl'] as const;

/**
 * Common words of news, a concept a line, a language a column; several words of one language stand side by side, and a column
 * is empty where the language says it in several words or by a word with another meaning. The first English word
 * names the concept. Words are spelled with their accents: stemmers take `economía` and `economia` for different words.
 */
export const GLOSSARY_WORDS: readonly string[] = [
  CONFLICT,
  COUNTRIES,
  CULTURE,
  DISASTERS,
  ECONOMY,
  HEADLINES,
  NUMBERS,
  POLITICS,
  SCIENCE,
  SOCIETY,
  SPORT,
].flatMap((words) => words.trim().split('\n'));
