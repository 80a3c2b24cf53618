import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import type { Article } from '../../../src/article';
import { toFeedItem, toUrn } from '../../../src/feeds/feed-item';
import { toFeedText } from '../../../src/feeds/feed-text';
import { type Feed, writeFeed } from '../../../src/feeds/write-feed';
import { buildStory } from '../../../src/story/build-story';
import type { CanonicalStory } from '../../../src/story/canonical-story';
import { DEFAULT_STORY_RULES } from '../../../src/story/story-rules';
import { toJsonLd } from '../../../src/story/to-json-ld';
import { toNinjs } from '../../../src/story/to-ninjs';
import { cleanArticle } from '../../../src/text/clean-article';
import { checkAtom, checkJsonFeed, checkRss } from '../../unit/feeds/feed-rules';
import { SaxLite, type XmlElement } from '../../unit/feeds/xml-reader';
import { hostileText } from './hostile-text';
import { type Law, law } from './law';

const shape = fc.record({ title: hostileText, text: hostileText, source: hostileText, credit: hostileText });

/** The story of some articles, as the pipeline builds it from what was posted. */
function storyOf(
  shapes: readonly { title: string; text: string; source: string; credit: string }[],
): CanonicalStory {
  const members = shapes.map(({ title, text, source, credit }, i) => {
    const article: Article = {
      ...{ id: `a${i}`, collection: 'default', revision: 1, receivedAtMs: i, status: 'usable' },
      ...{
        title: title || 'x',
        text,
        credit,
        source: { name: source || 'x' },
        url: `https://a.example/${i}`,
      },
    };
    return { article, clean: cleanArticle(article, () => 'en'), probability: 0.9, joinedAtMs: i };
  });
  const about = { id: 'st_1', collection: 'default', version: 1, status: 'active' as const };
  return buildStory({ ...about, members, related: [], rules: DEFAULT_STORY_RULES, updatedAtMs: 1_000 });
}

const story = fc.array(shape, { minLength: 1, maxLength: 4 }).map(storyOf);

const feedOf = (one: CanonicalStory): Feed => ({
  ...{ id: toUrn('feed'), title: 'Storyfold', description: 'Stories', updatedAt: new Date(1_000) },
  ...{ feedUrl: 'https://folds.example/feeds/stories.rss', homeUrl: 'https://folds.example/v1/stories' },
  items: [toFeedItem(one, 'https://folds.example/v1/stories/st_1')],
});

/** White space at the ends of a text is no part of it in XML feeds. */
const trimmed = (text: string | undefined): string => (text ?? '').trim();

const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child) => child.name === name);

/** Texts of the first item of an XML feed; '' where there is none. */
function readItem(xml: string, path: readonly string[], names: readonly string[]): string[] {
  const root: XmlElement | undefined = new SaxLite(xml).readDocument();
  const item = path.reduce((at: XmlElement | undefined, name) => childrenOf(at, name)[0], root);
  return names.map((name) => trimmed(childrenOf(item, name)[0]?.text));
}

/** Stories of whatever was posted are built and written, and feeds say what the story says. */
export const STORY_LAWS: readonly Law[] = [
  law('a story is built of whatever was posted, and written in every form', story, (one) => {
    ok(JSON.parse(JSON.stringify(one)).articles.length > 0);
    JSON.stringify(toJsonLd(one));
    JSON.stringify(toNinjs(one));
  }),
  law('feeds keep to their specifications', story, (one) => {
    const feed = feedOf(one);
    deepStrictEqual(checkJsonFeed(writeFeed('json', feed)), []);
    deepStrictEqual(checkRss(writeFeed('rss', feed)), []);
    deepStrictEqual(checkAtom(writeFeed('atom', feed)), []);
  }),
  law('what a feed says of a story is read back from it', story, (one) => {
    const feed = feedOf(one);
    const [{ html, summary }] = feed.items;
    const title = trimmed(toFeedText(one.title.text)) || 'Untitled';
    const json = (JSON.parse(writeFeed('json', feed)) as { items: Record<string, string>[] }).items[0];
    deepStrictEqual([trimmed(json?.title), json?.content_html], [title, html]);
    const said = [title, html, trimmed(summary)];
    const rss = ['title', 'content:encoded', 'description'];
    deepStrictEqual(readItem(writeFeed('rss', feed), ['channel', 'item'], rss), said);
    deepStrictEqual(readItem(writeFeed('atom', feed), ['entry'], ['title', 'content', 'summary']), said);
  }),
];
