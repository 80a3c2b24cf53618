import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
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
    const rss = parseRssFeed(writeFeed('rss', feed)).items?.[0];
    const atom = parseAtomFeed(writeFeed('atom', feed)).entries?.[0];
    deepStrictEqual([trimmed(json?.title), json?.content_html], [title, html]);
    deepStrictEqual([trimmed(rss?.title), trimmed(atom?.title?.value)], [title, title]);
    deepStrictEqual([trimmed(rss?.content?.encoded), trimmed(atom?.content?.value)], [html, html]);
    deepStrictEqual(
      [trimmed(rss?.description), trimmed(atom?.summary?.value)],
      [trimmed(summary), trimmed(summary)],
    );
  }),
];
