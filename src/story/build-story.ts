import { alignSentences } from './align-sentences';
import { arrangeBody } from './arrange-body';
import type { ArticleRole, CanonicalStory, RelatedStory, StoryArticle, StoryStatus } from './canonical-story';
import { bodyCandidates, chooseBase, chooseLead, chooseTitle } from './choose-fields';
import { findConflicts } from './conflicts';
import { copyGraph } from './copy-graph';
import { countIndependentSources } from './independent-sources';
import { inStoryOrder, ownerKey, publishedMs, type StoryMember, sourceKey, toIso } from './member';
import { newFigures } from './novelty';
import { findOrigin } from './origin';
import { reprintGroups } from './reprint-groups';
import { assignRoles } from './roles';
import { selectCompared } from './select-compared';
import type { StoryRules } from './story-rules';
import { supportOf } from './support';
import { writeBody } from './write-body';

export interface StoryInput {
  readonly id: string;
  readonly collection: string;
  readonly version: number;
  readonly status: StoryStatus;
  /** In any order. Without members the document keeps its identity and has no text, as a retracted story needs. */
  readonly members: readonly StoryMember[];
  readonly rules: StoryRules;
  readonly related: readonly RelatedStory[];
  /** When the change behind this version was decided; by default the time of the last member that joined. */
  readonly updatedAtMs?: number;
}

/**
 * Computes the canonical story from its members: a pure function of the set of them, whatever their order.
 *
 * Work is bounded by `STORY_LIMITS`: linear in the text of the members, with word-by-word comparison for 60 of them.
 */
export function buildStory(input: StoryInput): CanonicalStory {
  const members = inStoryOrder(input.members);
  const groupOf = reprintGroups(members);
  const origin = findOrigin(members, groupOf);
  const { newSentences, figures, ...text } = mergeTexts(members, groupOf, input.rules);
  const roles = assignRoles(members, groupOf, newSentences, origin?.articleId);
  const articles = describeArticles(members, groupOf, roles, newSentences, figures);
  return {
    id: input.id,
    collection: input.collection,
    version: input.version,
    status: input.status,
    language: commonLanguage(members),
    ...text,
    articles,
    copies: copyGraph(members),
    counts: countStory(members, articles),
    origin,
    related: [...input.related].sort(
      (a, b) => b.probability - a.probability || (a.storyId < b.storyId ? -1 : 1),
    ),
    ...storyTimes(members, input.updatedAtMs),
  };
}

type MergedText = Pick<
  CanonicalStory,
  'title' | 'lead' | 'bodyBase' | 'body' | 'omittedSentences' | 'conflicts'
> & {
  /** By member: sentences and figures that no earlier member had. */
  readonly newSentences: readonly number[];
  readonly figures: readonly (readonly string[])[];
};

function mergeTexts(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
  rules: StoryRules,
): MergedText {
  const compared = selectCompared(members, groupOf);
  const aligned = alignSentences(members, compared, groupOf);
  const units = aligned.units.map(supportOf);
  const candidates = bodyCandidates(members, compared, units);
  const base = chooseBase(members, candidates, rules);
  const arranged = base ? arrangeBody(units, members.length, base.member) : [];
  const { body, omitted } = writeBody(arranged, members, groupOf, base?.member ?? 0);
  return {
    title: chooseTitle(members, compared, groupOf, rules),
    lead: chooseLead(members, candidates, units, rules),
    bodyBase: { articleId: base ? members[base.member].article.id : null, rule: base?.rule ?? 'none' },
    body,
    omittedSentences: aligned.omitted + omitted,
    conflicts: findConflicts(units, members, compared),
    newSentences: aligned.newSentences,
    figures: newFigures(units, members),
  };
}

function describeArticles(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
  roles: readonly ArticleRole[],
  newSentences: readonly number[],
  figures: readonly (readonly string[])[],
): StoryArticle[] {
  return members.map(({ article, probability }, i) => ({
    id: article.id,
    revision: article.revision,
    source: article.source,
    url: article.url ?? null,
    title: article.title,
    publishedAt: article.publishedAtMs === undefined ? null : toIso(article.publishedAtMs),
    role: roles[i],
    reprintGroup: groupOf.get(article.id) ?? article.id,
    probability,
    newSentences: newSentences[i],
    newFigures: figures[i],
  }));
}

function countStory(
  members: readonly StoryMember[],
  articles: readonly StoryArticle[],
): CanonicalStory['counts'] {
  const voices = members.map((member, i) => ({
    reprintGroup: articles[i].reprintGroup,
    owner: ownerKey(member),
  }));
  return {
    articles: members.length,
    sources: new Set(members.map(sourceKey)).size,
    independentSources: countIndependentSources(voices),
    reprints: articles.filter(({ role }) => role === 'reprint').length,
  };
}

/** The language of most members; of equals the one met first. */
function commonLanguage(members: readonly StoryMember[]): string {
  const counts = new Map<string, number>();
  for (const { clean } of members) {
    if (clean.language !== 'und') counts.set(clean.language, (counts.get(clean.language) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['und', 0] as [
    string,
    number,
  ])[0];
}

function storyTimes(
  members: readonly StoryMember[],
  updatedAtMs: number | undefined,
): Pick<CanonicalStory, 'firstPublishedAt' | 'updatedAt'> {
  const [first] = members;
  const updated =
    updatedAtMs ?? members.reduce((last, m) => Math.max(last, m.joinedAtMs), Number.NEGATIVE_INFINITY);
  return {
    firstPublishedAt: first ? toIso(publishedMs(first)) : null,
    updatedAt: Number.isFinite(updated) ? toIso(updated) : null,
  };
}
