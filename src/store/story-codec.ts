import type { BodySentence, CanonicalStory, StoryArticle } from '../story/canonical-story';
import { type AddedArticle, describeAdded } from '../story/diff-stories';
import { decodeForms, encodeShared, encodeWithShared, type SharedJson, shareJson } from './document-codec';
import type { EventChange } from './publish';

/**
 * The form in which stories and their events are stored: what every sentence of a body repeats is said once, and a change names what of
 * the story beside it is new. Half as much JSON to write, deflate and read as in form 0, where both are stored as clients see them.
 */
const FORM = 1;

/** An article by its place in the story's list, or by its id where it is not in there. */
type ArticleRef = number | string;

/** So many sentences that follow each other, who has them and since when. */
type Run = [
  sentences: number,
  by: ArticleRef,
  support: ArticleRef[],
  supportCount: number,
  supportGroups: number,
  firstSeen: string,
];

interface PackedBody {
  readonly texts: string[];
  /** The paragraph of each sentence. */
  readonly paragraphs: number[];
  readonly runs: Run[];
  /** By place of the sentence: its other wordings, with their articles. */
  readonly variants: [at: number, wordings: [text: string, articles: ArticleRef[]][]][];
}

type PackedStory = Omit<CanonicalStory, 'body'> & { readonly body: PackedBody };

type NewSentence = EventChange['newSentences'][number];

/** Added articles and new sentences by their places in the story. */
type PackedChange = Omit<EventChange, 'articles' | 'newSentences'> & {
  readonly articles: Omit<EventChange['articles'], 'added'> & { readonly added: (number | AddedArticle)[] };
  readonly newSentences: (number | NewSentence)[];
};

interface StoryEventData {
  readonly story: CanonicalStory;
  readonly change: EventChange;
  /** ISO 8601. */
  readonly timestamp: string;
}

/** A story deflated once for its document and its events. */
export const shareStory = (story: CanonicalStory): SharedJson =>
  shareJson({ ...story, body: packBody(story) } satisfies PackedStory);

/** The document of a story. */
export const encodeStory = (shared: SharedJson): Buffer => encodeShared(FORM, shared);

/** Reads a stored document, of any form. Throws CorruptRecord naming key and field. */
export const decodeStory = (key: string, field: string, bytes: Buffer): CanonicalStory =>
  decodeForms(key, field, bytes, [
    (json) => json as CanonicalStory,
    (json) => unpackStory(json as PackedStory),
  ]);

/** An event about a story. @param change as `diffStories` finds it. */
export function encodeStoryEvent(shared: SharedJson, { story, change, timestamp }: StoryEventData): Buffer {
  const rest = JSON.stringify({ change: packChange(change, story), timestamp });
  return encodeWithShared(FORM, 'story', shared, rest);
}

/** Reads the data of an event of any kind and form. Throws CorruptRecord naming key and field. */
export const decodeEventData = (
  key: string,
  field: string,
  bytes: Buffer,
): { readonly timestamp: string } & Readonly<Record<string, unknown>> =>
  decodeForms(key, field, bytes, [
    (json) => json as { timestamp: string },
    (json) => unpackEvent(json as Parameters<typeof unpackEvent>[0]),
  ]);

function unpackEvent(event: {
  readonly story: PackedStory;
  readonly change: PackedChange;
  readonly timestamp: string;
}): { timestamp: string } & Record<string, unknown> {
  const story = unpackStory(event.story);
  return { ...event, story, change: unpackChange(event.change, story) };
}

function packBody({ articles, body }: CanonicalStory): PackedBody {
  const places = new Map(articles.map(({ id }, i) => [id, i]));
  const refer = (id: string): ArticleRef => places.get(id) ?? id;
  const packed: PackedBody = { texts: [], paragraphs: [], runs: [], variants: [] };
  body.forEach((sentence, i) => {
    packed.texts.push(sentence.text);
    packed.paragraphs.push(sentence.paragraph);
    const run = packed.runs.at(-1);
    if (run && haveSameCarriers(sentence, body[i - 1])) run[0]++;
    else {
      const { articleId, support, supportCount, supportGroups, firstSeen } = sentence;
      packed.runs.push([1, refer(articleId), support.map(refer), supportCount, supportGroups, firstSeen]);
    }
    if (sentence.variants)
      packed.variants.push([i, sentence.variants.map((v) => [v.text, v.articleIds.map(refer)])]);
  });
  return packed;
}

function haveSameCarriers(a: BodySentence, b: BodySentence): boolean {
  return (
    a.articleId === b.articleId &&
    a.supportCount === b.supportCount &&
    a.supportGroups === b.supportGroups &&
    a.firstSeen === b.firstSeen &&
    a.support.length === b.support.length &&
    a.support.every((id, i) => id === b.support[i])
  );
}

const unpackStory = (packed: PackedStory): CanonicalStory => ({
  ...packed,
  body: unpackBody(packed.body, packed.articles),
});

function unpackBody(
  { texts, paragraphs, runs, variants: others }: PackedBody,
  articles: readonly StoryArticle[],
): BodySentence[] {
  const idOf = (ref: ArticleRef): string => (typeof ref === 'number' ? articles[ref].id : ref);
  const wordings = new Map(
    others.map(([at, list]) => [at, list.map(([text, refs]) => ({ text, articleIds: refs.map(idOf) }))]),
  );
  const body: BodySentence[] = [];
  for (const [sentences, by, refs, supportCount, supportGroups, firstSeen] of runs) {
    const articleId = idOf(by);
    const support = refs.map(idOf);
    const carriers = { supportCount, supportGroups, firstSeen };
    const kind = supportCount > 1 ? 'shared' : 'unique';
    for (const text of texts.slice(body.length, body.length + sentences)) {
      const paragraph = paragraphs[body.length];
      const variants = wordings.get(body.length);
      const sentence = { text, articleId, support, ...carriers, kind, paragraph } as const;
      body.push(variants ? { ...sentence, variants } : sentence);
    }
  }
  return body;
}

function packChange(change: EventChange, { articles, body }: CanonicalStory): PackedChange {
  const places = new Map(articles.map(({ id }, i) => [id, i]));
  let from = 0;
  // They are in the order of the body, so one pass finds them all.
  const placeOf = (sentence: NewSentence): number | NewSentence => {
    const { text, articleId } = sentence;
    for (let at = from; at < body.length; at++) {
      if (body[at].text !== text || body[at].articleId !== articleId) continue;
      from = at + 1;
      return at;
    }
    return sentence;
  };
  return {
    ...change,
    articles: { ...change.articles, added: change.articles.added.map((one) => places.get(one.id) ?? one) },
    newSentences: change.newSentences.map(placeOf),
  };
}

function unpackChange(change: PackedChange, { articles, body }: CanonicalStory): EventChange {
  return {
    ...change,
    articles: {
      ...change.articles,
      added: change.articles.added.map((one) =>
        typeof one === 'number' ? describeAdded(articles[one]) : one,
      ),
    },
    newSentences: change.newSentences.map((one) =>
      typeof one === 'number' ? { text: body[one].text, articleId: body[one].articleId } : one,
    ),
  };
}
