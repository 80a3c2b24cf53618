import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';
import { readTokens } from './sentence-values';
import type { SupportedUnit } from './support';

/** Reading a sentence's values costs fifty times this test. */
const MAY_HOLD_FIGURE =
  /\p{Nd}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[mb]illion|\w+day|in [A-Z]\w+)\b/iu;

/**
 * The figures and dates each member gives that no earlier one gave, as written, in story order. Only distinct
 * wordings are read, so a story of a thousand copies costs what its text costs.
 */
export function newFigures(units: readonly SupportedUnit[], members: readonly StoryMember[]): string[][] {
  const wordings = new Map<string, { member: number; index: number; text: string }>();
  for (const { listed } of units) {
    for (const { sentence } of listed) {
      const known = wordings.get(sentence.key);
      if (!known || sentence.member < known.member) wordings.set(sentence.key, sentence);
    }
  }
  const inOrder = [...wordings.values()].sort((a, b) => a.member - b.member || a.index - b.index);
  const figures: string[][] = members.map(() => []);
  const seen = new Set<string>();
  for (const { member, text } of inOrder) {
    if (!MAY_HOLD_FIGURE.test(text.slice(0, STORY_LIMITS.sentenceChars))) continue;
    for (const token of readTokens(text, members[member].clean.language)) {
      if ((token.kind !== 'figure' && token.kind !== 'date') || seen.has(token.key)) continue;
      seen.add(token.key);
      const own = figures[member];
      if (own.length < STORY_LIMITS.newFigures) own.push(token.text);
    }
  }
  return figures;
}
