import { foldName, type StoryMember } from './member';
import { perArticle } from './remember';

/** Agencies that are credited by several names. Folded; the first is the one compared. */
const ALIASES: readonly (readonly string[])[] = [
  ['associated press', 'ap', 'the associated press', 'ap news'],
  ['agence france presse', 'afp'],
  ['reuters', 'thomson reuters', 'reuters news'],
  ['united press international', 'upi'],
  ['deutsche presse agentur', 'dpa'],
  ['press trust of india', 'pti'],
  ['asian news international', 'ani'],
  ['anadolu', 'anadolu agency', 'aa'],
  ['press association', 'pa media', 'pa'],
  ['xinhua', 'xinhua news agency'],
];
const CANONICAL = new Map(ALIASES.flatMap((names) => names.map((name) => [name, names[0]])));

/** Words an outlet's name may carry or not. */
const OUTLET_WORDS = /\b(?:the|news|agency|newspaper|online|website|com|tv|channel)\b/g;

/** `(Reuters)`, `(AP)`, in brackets anywhere in the opening. */
const BRACKETED = /\(([^()\n]{2,40})\)/g;
/** `Al-Akhbariya reported`, `according to The Herald`, `told Reuters`, `as first reported by X`. */
const WORD = "\\p{Lu}[\\p{L}\\p{N}.'’&-]{0,30}";
const NAME = `(?<!\\p{L})(${WORD}(?: ${WORD}){0,4})`;
const SAYS = new RegExp(`${NAME} (?:first )?(?:reported|reports|has reported|broke the story)\\b`, 'gu');
const ACCORDING = new RegExp(
  `(?:[Aa]ccording to|(?:reported|published|obtained) by|citing) (?:the )?${NAME}`,
  'gu',
);

/** What a pattern cannot match without: looking for that first costs a twentieth. */
const MARKS = new Map([
  [BRACKETED, ['(']],
  [SAYS, [' report', ' broke the story']],
  [ACCORDING, ['ccording to ', 'ed by ', 'citing ']],
]);

/** Sentences looked at from the start, and characters of each. */
const OPENING_SENTENCES = 4;
const SENTENCE_CHARS = 400;

/** The name outlets are compared by: folded, one of an agency's aliases, without words like "News". */
export function outletKey(name: string): string {
  const folded = foldName(name);
  const plain = folded.replace(OUTLET_WORDS, ' ').replace(/ +/g, ' ').trim();
  return CANONICAL.get(folded) ?? CANONICAL.get(plain) ?? (plain || folded);
}

/** Whether a credit came in a field or form made for it, or is only how a sentence speaks of another outlet. */
export interface Credit {
  readonly name: string;
  readonly explicit: boolean;
}

/**
 * Everyone an article credits: its `credit` field, what cleaning found, names in brackets or before "reported" in
 * the opening. As written, in that order. Most are not outlets; the caller matches them with the ones it knows.
 */
export function findCredits(member: StoryMember): Credit[] {
  const { article, clean } = member;
  const explicit = [article.credit ?? '', clean.credit ?? ''].filter((name) => name !== '');
  const credits = explicit.map((name) => ({ name: name.slice(0, 100), explicit: true }));
  return [...credits, ...spokenCredits(clean)];
}

/** The names that dateline, opening and last sentence speak of. */
const spokenCredits = perArticle((clean): Credit[] => {
  const first = clean.sentences.slice(0, OPENING_SENTENCES).map(({ text }) => text);
  const last = clean.sentences.slice(-1).map(({ text }) => text);
  return [clean.dateline ?? '', ...first, ...last].flatMap((text) => {
    const head = text.slice(0, SENTENCE_CHARS);
    return [BRACKETED, SAYS, ACCORDING]
      .filter((pattern) => MARKS.get(pattern)?.some((mark) => head.includes(mark)))
      .flatMap((pattern) => [...head.matchAll(pattern)])
      .flatMap(([, name]) => (name ? [{ name: name.trim(), explicit: false }] : []));
  });
});
