import type { CleanArticle } from '../text/clean-article';
import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';
import { perSentence } from './remember';
import { readMeasures } from './sentence-values';
import type { SupportedUnit } from './support';

interface Measure {
  readonly key: string;
  readonly text: string;
}

const DIGIT = /[0-9]/;
/**
 * A sentence without digits and without any of these gives no value, and the test costs a tenth of reading it. Only how words end is
 * looked at: asking how they begin as well takes twice the time.
 */
const NUMBER_WORD =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|day)\b|[\u00a1-\u200f\u2028-\uffff]/i;
const MONTH =
  /\b(?:J(?:[aA][nN]|[uU][nNlL])|F[eE][bB]|M[aA][rRyY]|A(?:[pP][rR]|[uU][gG])|S[eE][pP]|O[cC][tT]|N[oO][vV]|D[eE][cC])/;

/** Values of sentences without any of these are most often none: "in May", where May is a name. */
const MAY_HOLD_FIGURE =
  /\p{Nd}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[mb]illion|\w+day|in [A-Z]\w+)\b/iu;

const NONE: readonly Measure[] = [];

const measuresOf = perSentence((text, { language }: CleanArticle): readonly Measure[] => {
  const digits = DIGIT.test(text);
  if (!digits) {
    if (!MONTH.test(text) && !NUMBER_WORD.test(text)) return NONE;
    if (!MAY_HOLD_FIGURE.test(text.slice(0, STORY_LIMITS.sentenceChars))) return NONE;
  }
  return readMeasures(text, language);
});

interface Place {
  readonly member: number;
  readonly index: number;
}

/** Where each wording was found first. */
function firstOfEach(units: readonly SupportedUnit[]): Place[] {
  const wordings = new Map<string, Place>();
  for (const { listed } of units) {
    for (const { sentence } of listed) {
      const known = wordings.get(sentence.key);
      if (!known || sentence.member < known.member) wordings.set(sentence.key, sentence);
    }
  }
  return [...wordings.values()].sort((a, b) => a.member - b.member || a.index - b.index);
}

/**
 * The figures and dates each member gives that no earlier one gave, as written, in story order. Only distinct
 * wordings are read, so a story of a thousand copies costs what its text costs.
 */
export function newFigures(units: readonly SupportedUnit[], members: readonly StoryMember[]): string[][] {
  const inOrder = members.length === 1 ? units.map(({ listed }) => listed[0].sentence) : firstOfEach(units);
  const figures: string[][] = members.map(() => []);
  const seen = new Set<string>();
  for (const { member, index } of inOrder) {
    const own = figures[member];
    // Nobody comes after the last member to whom more of its values would matter.
    if (member === members.length - 1 && own.length >= STORY_LIMITS.newFigures) break;
    for (const { key, text } of measuresOf(members[member].clean, index)) {
      if (seen.has(key)) continue;
      seen.add(key);
      if (own.length < STORY_LIMITS.newFigures) own.push(text);
    }
  }
  return figures;
}
