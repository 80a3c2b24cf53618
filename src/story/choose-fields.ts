import type { CleanArticle } from '../text/clean-article';
import type { SourcedField } from './canonical-story';
import { type Choice, chooseArticle, type FieldCandidate } from './choose-article';
import { titleLikeness } from './likeness';
import type { StoryMember } from './member';
import { shownSentence, showSentence, weightOfSentence } from './sentence';
import type { StoryRules } from './story-rules';
import type { SupportedUnit } from './support';

const NO_FIELD: SourcedField = { text: '', articleId: null, rule: 'none' };

/** A lead of less weight (about five words) is a kicker or a broken line. */
const MIN_LEAD_WEIGHT = 4;

/** Bylines and captions come before the lead; past this many sentences it is one of them after all. */
const LEAD_WITHIN = 12;
const SENTENCE_END = /[.!?…。！？؟][\s"'”’»)]*$/;

/**
 * Chooses the title. Central is the title that is most like the others: Dice's coefficient on the letter pairs of folded titles,
 * which holds inflected words and word order lightly. Copies of one text count once.
 */
export function chooseTitle(
  members: readonly StoryMember[],
  compared: ReadonlySet<number>,
  groupOf: ReadonlyMap<string, string>,
  rules: StoryRules,
): SourcedField {
  const titled = [...compared].filter((i) => titleOf(members, i) !== '');
  const titles = new Map(titled.map((i) => [i, titleOf(members, i)]));
  const group = (i: number): string => groupOf.get(members[i].article.id) ?? '';
  const groupSize = new Map<string, number>();
  for (const i of titled) groupSize.set(group(i), (groupSize.get(group(i)) ?? 0) + 1);
  const candidates = [...titles].map(([member, own]): FieldCandidate => {
    let centrality = 0;
    for (const [other, theirs] of titles) {
      if (other === member) continue;
      centrality += titleLikeness(own, theirs) / (groupSize.get(group(other)) ?? 1);
    }
    return { member, completeness: own.length, centrality };
  });
  const choice = chooseArticle(candidates, rules.title, members, rules.sourcePriority, rules.pinned?.title);
  return choice
    ? { ...sourced(choice, members), text: showSentence(titleOf(members, choice.member)) }
    : NO_FIELD;
}

/** Chooses whose order and wording the body has. Central is the article that carries most of what others carry. */
export function chooseBase(
  members: readonly StoryMember[],
  candidates: readonly FieldCandidate[],
  rules: StoryRules,
): Choice | undefined {
  return chooseArticle(candidates, rules.body, members, rules.sourcePriority, rules.pinned?.representative);
}

/** Chooses the lead: the first full sentence of an article, with everyone who carries it. */
export function chooseLead(
  members: readonly StoryMember[],
  candidates: readonly FieldCandidate[],
  units: readonly SupportedUnit[],
  rules: StoryRules,
): SourcedField & { readonly articleIds: readonly string[] } {
  const choice = chooseArticle(
    candidates,
    rules.lead,
    members,
    rules.sourcePriority,
    rules.pinned?.representative,
  );
  if (!choice) return { ...NO_FIELD, articleIds: [] };
  const { clean } = members[choice.member];
  const index = leadIndex(clean);
  const unit = units.find(({ listed }) =>
    listed.some(({ sentence }) => sentence.member === choice.member && sentence.index === index),
  );
  const support = new Set([choice.member, ...(unit?.support ?? [])]);
  return {
    ...sourced(choice, members),
    text: clean.sentences.length > 0 ? shownSentence(clean, index) : '',
    articleIds: [...support].sort((a, b) => a - b).map((i) => members[i].article.id),
  };
}

/** The first long sentence that ends as one; else the first long one, else the first. */
function leadIndex(clean: CleanArticle): number {
  const opening = clean.sentences.slice(0, LEAD_WITHIN);
  const isLong = (index: number): boolean => weightOfSentence(clean, index) >= MIN_LEAD_WEIGHT;
  const full = opening.findIndex(({ text }, i) => SENTENCE_END.test(text.slice(-4)) && isLong(i));
  return Math.max(0, full === -1 ? opening.findIndex((_, i) => isLong(i)) : full);
}

/** An article that shares less of its text than this is central to nothing: it quotes the same speech. */
const CENTRAL_SHARE = 0.25;

/** How complete and how central the body of each compared member is, in characters. */
export function bodyCandidates(
  members: readonly StoryMember[],
  compared: ReadonlySet<number>,
  units: readonly SupportedUnit[],
): FieldCandidate[] {
  const shared = new Map<number, number>();
  const central = new Map<number, number>();
  for (const { support, listed } of units) {
    if (support.length < 2) continue;
    const length = listed[0].sentence.text.length;
    for (const member of support) {
      shared.set(member, (shared.get(member) ?? 0) + length);
      central.set(member, (central.get(member) ?? 0) + length * (support.length - 1));
    }
  }
  return [...compared]
    .filter((i) => members[i].clean.sentences.length > 0)
    .map((member) => {
      const completeness = members[member].clean.sentences.reduce((sum, { text }) => sum + text.length, 0);
      const isCentral = (shared.get(member) ?? 0) >= CENTRAL_SHARE * completeness;
      return { member, completeness, centrality: isCentral ? (central.get(member) ?? 0) : 0 };
    });
}

function titleOf(members: readonly StoryMember[], index: number): string {
  return members[index].clean.title.trim();
}

function sourced(choice: Choice, members: readonly StoryMember[]): { articleId: string; rule: string } {
  return { articleId: members[choice.member].article.id, rule: choice.rule };
}
