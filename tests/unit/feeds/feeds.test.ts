import * as fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { toFeedItem, toUrn } from '../../../src/feeds/feed-item';
import { escapeHtml, toFeedText } from '../../../src/feeds/feed-text';
import { type Feed, type FeedFormat, writeFeed } from '../../../src/feeds/write-feed';
import type { CanonicalStory } from '../../../src/story/canonical-story';
import { checkAtom, checkJsonFeed, checkRss } from './feed-rules';

const HOSTILE =
  'Mayor <script>alert(1)</script> & "co" ]]> \u0000\u0008\u001b\ufffe\ud800 \u{1f600} &amp; end';

function story(text: string, url: string | null = 'https://news.example/a?b=1&c=<d>'): CanonicalStory {
  return {
    id: 's1',
    collection: 'default',
    version: 2,
    status: 'active',
    language: 'en',
    title: { text, articleId: 'a', rule: 'earliest' },
    lead: { text, articleId: 'a', rule: 'earliest', articleIds: ['a'] },
    bodyBase: { articleId: 'a', rule: 'earliest' },
    body: [0, 0, 1].map((paragraph) => ({
      ...{ text, articleId: 'a', support: ['a'], supportCount: 1, supportGroups: 1, paragraph },
      ...{ firstSeen: '2026-05-04T12:00:00.000Z', kind: 'unique' as const },
    })),
    omittedSentences: 0,
    conflicts: [],
    articles: [
      {
        ...{
          id: 'a',
          revision: 1,
          source: { name: text },
          url,
          title: text,
          role: 'origin',
          reprintGroup: 'a',
        },
        ...{ publishedAt: '2026-05-04T12:00:00.000Z', probability: 1, newSentences: 3, newFigures: [] },
      },
    ],
    copies: [],
    counts: { articles: 1, sources: 1, independentSources: 1, reprints: 0 },
    origin: { articleId: 'a', credit: null, rule: 'onlyArticle', why: 'It is the only one' },
    related: [],
    firstPublishedAt: '2026-05-04T12:00:00.000Z',
    updatedAt: '2026-05-04T12:30:00.000Z',
  };
}

const feedOf = (stories: readonly CanonicalStory[]): Feed => ({
  id: toUrn('feed'),
  title: 'Storyfold',
  description: 'Stories & <more>',
  feedUrl: 'https://folds.example/feeds/stories.rss?q=a&limit=5',
  homeUrl: 'https://folds.example/v1/stories',
  updatedAt: new Date('2026-05-04T12:30:00Z'),
  items: stories.map((each) => toFeedItem(each, `https://folds.example/v1/stories/${each.id}`)),
});

const CHECKS: Readonly<Record<FeedFormat, (text: string) => string[]>> = {
  json: checkJsonFeed,
  rss: checkRss,
  atom: checkAtom,
};

describe.each(['json', 'rss', 'atom'] as const)('%s', (format) => {
  test.each([
    ['plain', [story('Harwick bridge closed')]],
    ['hostile', [story(HOSTILE)]],
    ['without an address', [story('Harwick bridge closed', null)]],
    ['with a script for an address', [story('Bridge', 'javascript:alert(1)')]],
    ['empty', []],
  ])('%s stories keep to the specification', (_what, stories) => {
    expect(CHECKS[format](writeFeed(format, feedOf(stories)))).toEqual([]);
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(CHECKS[format](writeFeed(format, feedOf([story(`x${text}`)])))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('is the same to the byte for the same stories', () => {
    const feed = feedOf([story(HOSTILE)]);
    expect(writeFeed(format, feed)).toBe(writeFeed(format, feed));
  });
});

test('a script in a title stays text, and text survives except for what XML forbids', () => {
  const text = toFeedText(HOSTILE);
  const feed = feedOf([story(HOSTILE)]);
  expect(text).toBe('Mayor <script>alert(1)</script> & "co" ]]>  \u{1f600} &amp; end');
  expect(JSON.parse(writeFeed('json', feed)).items[0].title).toBe(text);
  for (const html of [
    JSON.parse(writeFeed('json', feed)).items[0].content_html,
    parseRssFeed(writeFeed('rss', feed)).items?.[0].content?.encoded,
    parseAtomFeed(writeFeed('atom', feed)).entries?.[0].content?.value,
  ]) {
    expect(html).not.toMatch(/<script|javascript:/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;');
  }
});

test('a link is the original report where that has an address, else the story', () => {
  const [rss, atom] = [
    parseRssFeed(writeFeed('rss', feedOf([story('a')]))),
    parseAtomFeed(writeFeed('atom', feedOf([story('a')]))),
  ];
  expect(rss.items?.[0].link).toBe('https://news.example/a?b=1&c=<d>');
  expect(atom.entries?.[0].links?.[0].href).toBe('https://news.example/a?b=1&c=<d>');
  const without = parseRssFeed(writeFeed('rss', feedOf([story('a', 'javascript:alert(1)')])));
  expect(without.items?.[0].link).toBe('https://folds.example/v1/stories/s1');
});

test('ids are version-5 UUIDs, the same for the same story', () => {
  expect(toUrn('default/s1')).toBe(toUrn('default/s1'));
  expect(toUrn('default/s1')).not.toBe(toUrn('default/s2'));
  expect(toUrn('default/s1')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('escaped text has no markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
