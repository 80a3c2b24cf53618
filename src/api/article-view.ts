import type { Article } from '../article';
import { DECISION_LIMITS } from '../matching/decision-limits';
import type { Edge, Member } from '../matching/story-view';
import { compareAgain } from '../pipeline/compare-again';
import type { PipelineContext } from '../pipeline/context';
import { readBodies, readOrdinals } from '../store/articles';
import { type Placement, readPlacements, readStories, readStoryHeads } from '../store/ledger';
import { readStoryDocument } from '../store/story-documents';
import { readFailure, readStoryMember } from '../store/story-member';
import { describePlace } from './describe-place';
import { type MatchWire, roundProbability, toMatchWire } from './match-wire';
import { edgesInside, edgesOutside } from './member-edges';

/** An article with the ledger's word on it. */
export interface PlacedArticle {
  readonly article: Article;
  readonly ordinal: number;
  readonly placement: Placement;
}

/** Matches shown as the reason why an article is where it is. */
const MATCHES_SHOWN = 5;

/** Reads an article by its id; undefined when there is none. Three round trips. */
export async function readPlacedArticle(
  { store }: Pick<PipelineContext, 'store'>,
  collection: string,
  id: string,
): Promise<PlacedArticle | undefined> {
  const [ordinal] = await readOrdinals(store, collection, [id]);
  if (ordinal === undefined) return undefined;
  const [[article], [placement]] = await Promise.all([
    readBodies(store, collection, [{ ordinal }]),
    readPlacements(store, collection, [ordinal]),
  ]);
  return article && placement ? { article, ordinal, placement } : undefined;
}

/** The article as clients read it: the posted fields, with times as ISO 8601. */
export function toArticleWire({ article }: Pick<PlacedArticle, 'article'>) {
  const { publishedAtMs, receivedAtMs, status, ...fields } = article;
  return {
    ...fields,
    ...(publishedAtMs !== undefined && { publishedAt: new Date(publishedAtMs).toISOString() }),
    receivedAt: new Date(receivedAtMs).toISOString(),
    /** What the outlet says of it; `status` is where it stands here. */
    publicationStatus: status,
  };
}

/** Matches with articles of other stories that are shown. */
const NEAREST_SHOWN = 3;

/** One article that speaks for an article's place, or of another story than it. */
export interface WhyMatch extends Partial<MatchWire> {
  readonly articleId: string;
  readonly probability: number;
  readonly storyId?: string;
}

/** Where an article belongs and why. */
export async function explainPlace(context: PipelineContext, collection: string, placed: PlacedArticle) {
  const { ordinal, placement } = placed;
  if (placement.state === 'failed') return { failure: await readFailure(context.store, collection, ordinal) };
  const { storyId } = placement;
  if (storyId === undefined) return {};
  const [head, document] = await Promise.all([
    readStoryHeads(context.store, collection, [storyId]),
    readStoryDocument(context.store, collection, storyId),
  ]);
  const size = head[0]?.size ?? 0;
  const { member, edges } = await readEdges(context, collection, storyId, ordinal, size);
  const story = document?.kind === 'story' ? document.story : undefined;
  const listed = story?.articles.find(({ id }) => id === placed.article.id);
  const related = story?.related.map((other) => other.storyId) ?? [];
  const outside = member && (await edgesOutside(context.store, collection, storyId, [member], related));
  const [why, nearest, { thresholds }] = await Promise.all([
    describeEdges(context, collection, ordinal, edges),
    describeEdges(context, collection, ordinal, outside?.get(ordinal) ?? [], NEAREST_SHOWN),
    context.settings(collection),
  ]);
  return {
    storyId,
    ...(listed && { reprintGroup: listed.reprintGroup, role: listed.role }),
    ...(member && { probability: roundProbability(member.probability) }),
    reason: describePlace({ size, why, nearest, thresholds }),
    why,
    nearest,
  };
}

/** The member of a story and its edges to the others: both its own and, unless the story is large, those that later ones have to it. */
async function readEdges(
  { store }: PipelineContext,
  collection: string,
  storyId: string,
  ordinal: number,
  size: number,
): Promise<{ readonly member: Member | undefined; readonly edges: readonly Edge[] }> {
  if (size > DECISION_LIMITS.storySize) {
    const member = await readStoryMember(store, collection, storyId, ordinal);
    return { member, edges: member?.edges ?? [] };
  }
  const [story] = await readStories(store, collection, [storyId]);
  return { member: story?.members.get(ordinal), edges: story ? edgesInside(story.members, ordinal) : [] };
}

/** The strongest edges of an article with the evidence for each, as far as fingerprints are still kept. */
export async function describeEdges(
  context: PipelineContext,
  collection: string,
  ordinal: number,
  edges: readonly (Edge & { readonly storyId?: string })[],
  limit = MATCHES_SHOWN,
): Promise<WhyMatch[]> {
  const strongest = edges.toSorted((a, b) => b.probability - a.probability).slice(0, limit);
  const others = strongest.map((edge) => edge.ordinal);
  const [articles, { matches }] = await Promise.all([
    readBodies(
      context.store,
      collection,
      others.map((other) => ({ ordinal: other })),
    ),
    compareAgain(context, collection, ordinal, others),
  ]);
  return strongest.flatMap((edge, index) => {
    const article = articles[index];
    if (!article) return [];
    const match = matches.find((found) => found.ordinal === edge.ordinal);
    const wire = match && toMatchWire(match, context.model);
    const { id: articleId, title, source } = article;
    const found = { ...wire, articleId, title, source, probability: roundProbability(edge.probability) };
    return [{ ...found, ...(edge.storyId !== undefined && { storyId: edge.storyId }) }];
  });
}
