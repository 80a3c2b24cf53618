import { mayHoldFigure } from './figures';
import type { StoryMember } from './member';
import { perArticle } from './remember';
import { readTokens, type SentenceToken } from './sentence-values';

/** A figure that answers a question every report of the story may answer: how many died, how old someone is. */
export interface FactClaim {
  /** Equal for claims that answer the same question. */
  readonly frame: string;
  /** The question, for readers. */
  readonly about: string;
  readonly member: number;
  readonly token: SentenceToken;
  /** The claim says `about`, `nearly` or `more than`. */
  readonly sentence: readonly SentenceToken[];
  readonly at: number;
}

/** Sentences read for facts of the story as a whole: further down reports tell of other, earlier events. */
const LEAD_SENTENCES = 2;
/** Sentences read for the ages of people. */
const AGE_SENTENCES = 30;

const TOLLS: readonly (readonly [string, RegExp])[] = [
  ['number killed', /^(?:killed|kills|kill|killing|dead|died|deaths|fatalities)$/],
  ['number injured', /^(?:injured|injures|injuring|injuries|wounded|wounding|wounds|hurt)$/],
  ['number missing', /^missing$/],
  ['number arrested', /^(?:arrested|arrests|arresting|detained|detains|detaining)$/],
];
const ACTIVE =
  /^(?:kill|kills|killed|killing|injures|injured|injuring|wounds|wounded|wounding|arrested|arrests|detained|detains)$/;
const PASSIVE =
  /^(?:killed|dead|died|deaths|fatalities|injured|injuries|wounded|hurt|missing|arrested|arrests|detained)$/;
/** Only what everyone may be called: three of the dead may have been civilians. */
const PEOPLE = new Set(['people', 'persons', 'victims']);
const AUXILIARY = new Set('were are have been had reported confirmed be left'.split(' '));
const MODIFIER = new Set(
  'at least more than about nearly some over up to around almost roughly as many an estimated'.split(' '),
);
/** Words behind `killed 12` that leave it a number of people. */
const CONNECTIVE = new Set('in and at after as when near during across on while amid following'.split(' '));
const TOLL_VERB = new Set(
  'to at of rose rises risen climbed climbs jumped reached reaches hit hits passed tops stands stood toll is was'.split(
    ' ',
  ),
);
const VOTE = new Set('vote votes voted voting passed approved rejected confirmed'.split(' '));

/** Reads the claims of one member from its title and opening. English; other languages make none. */
export function readClaims({ clean }: StoryMember, index: number): FactClaim[] {
  return clean.language === 'en' ? claimsOf(clean).map((claim) => ({ ...claim, member: index })) : [];
}

type Claim = Omit<FactClaim, 'member'>;

const claimsOf = perArticle((clean): Claim[] => {
  const opening = [clean.title, ...clean.sentences.slice(0, LEAD_SENTENCES).map(({ text }) => text)];
  const claims = opening.filter(mayHoldFigure).flatMap((text) => {
    const tokens = readTokens(text, clean.language);
    return tokens.flatMap((token, at) => {
      const about = token.kind === 'figure' ? askOf(tokens, at) : undefined;
      return about ? [{ frame: about, about, token, sentence: tokens, at }] : [];
    });
  });
  const aged = clean.sentences.slice(0, AGE_SENTENCES).flatMap(({ text }) => readAges(text));
  return [...claims, ...aged];
});

function askOf(tokens: readonly SentenceToken[], at: number): string | undefined {
  const figure = tokens[at].figure;
  if (!figure) return undefined;
  if (figure.unit === 'pair') return near(tokens, at, 4, VOTE) ? 'vote' : undefined;
  if (figure.unit !== '') return undefined;
  if (word(tokens[at - 1]) === 'magnitude' || word(tokens[at + 1]) === 'magnitude') return 'magnitude';
  return figure.value >= 2 && Number.isInteger(figure.value) ? tollOf(tokens, at) : undefined;
}

/** `12 people were killed`, `12 dead`, `killed at least 12 people`, `death toll rose to 12`. */
function tollOf(tokens: readonly SentenceToken[], at: number): string | undefined {
  let after = at + 1;
  const counted = PEOPLE.has(word(tokens[after]));
  if (counted) after++;
  while (AUXILIARY.has(word(tokens[after]))) after++;
  let before = at - 1;
  while (MODIFIER.has(word(tokens[before]))) before--;
  if (isDeathToll(tokens, before)) return 'number killed';
  const verb = word(tokens[before]);
  const ends = tokens[at + 1] === undefined || CONNECTIVE.has(word(tokens[at + 1]));
  if (ACTIVE.test(verb)) return counted || ends ? tollWord(verb) : undefined;
  return PASSIVE.test(word(tokens[after])) ? tollWord(word(tokens[after])) : undefined;
}

function tollWord(text: string): string | undefined {
  return TOLLS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `the death toll … rose to`, with few words between. */
function isDeathToll(tokens: readonly SentenceToken[], before: number): boolean {
  if (!TOLL_VERB.has(word(tokens[before]))) return false;
  for (let i = before; i > Math.max(0, before - 10); i--) {
    if (word(tokens[i]) === 'toll') return word(tokens[i - 1]) === 'death';
  }
  return false;
}

function near(
  tokens: readonly SentenceToken[],
  at: number,
  distance: number,
  words: ReadonlySet<string>,
): boolean {
  return tokens.slice(Math.max(0, at - distance), at + distance + 1).some((token) => words.has(word(token)));
}

function word(token: SentenceToken | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : '';
}

const FULL_NAME = "\\p{Lu}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’.-]{0,20}){1,3}";
const AGE_AFTER = new RegExp(`(?<![\\p{L}.])(${FULL_NAME}), (\\d{1,3}),`, 'gu');

/** `Mary Ann Example, 34, …`: the age of a person with first and last name. */
function readAges(text: string): Claim[] {
  const head = text.slice(0, 1_000);
  if (!/, \d{1,3},/.test(head)) return [];
  return [...head.matchAll(AGE_AFTER)].map(([, name, age]): Claim => {
    const token: SentenceToken = {
      kind: 'figure',
      key: `figure ${Number(age)} `,
      text: age,
      figure: { value: Number(age), unit: '', step: 1 },
    };
    return {
      frame: `age ${name.toLowerCase()}`,
      about: `age of ${name}`,
      token,
      sentence: [token],
      at: 0,
    };
  });
}
