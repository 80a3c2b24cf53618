import type { PostedArticle } from '../../src/store/articles';
import { WIRE_TEXTS, type WireStory } from './wire-texts';

/** A day of the wire: 41 reports by 23 outlets of 14 stories, two pairs of which are of one kind. */
export const WIRE_DAY: readonly PostedArticle[] = Object.entries(WIRE_TEXTS).flatMap(([story, texts], at) =>
  reportsOf(story, texts, Date.UTC(2026, 4, 18, 6, 17 * at)),
);

/** Which reports tell one story, as `readGroups` shows them. */
export const WIRE_STORIES: readonly (readonly string[])[] = Object.keys(WIRE_TEXTS)
  .map((story) =>
    WIRE_DAY.flatMap(({ id }) => (id!.startsWith(`${story}-`) ? [id!] : [])).sort((a, b) => (a < b ? -1 : 1)),
  )
  .sort(([a], [b]) => (a < b ? -1 : 1));

/** The base report first, then what others made of it: copied, extended, cut, told in their own words. */
function reportsOf(story: string, texts: WireStory, firstMs: number): PostedArticle[] {
  const { title, wire, extended, cut, retold } = texts;
  const versions: [name: string, title: string, sentences: readonly string[]][] = [['wire', title, wire]];
  if (texts.copied) versions.push(['copy', title, wire]);
  if (extended) versions.push(['long', extended[0], [...wire, ...extended.slice(1)]]);
  if (cut) versions.push(['brief', title, wire.slice(0, cut)]);
  if (retold) versions.push(['retold', retold[0], retold.slice(1)]);
  return versions.map(([name, headline, sentences], i) => ({
    id: `${story}-${name}`,
    title: headline,
    text: sentences.join('\n\n'),
    source: { name: texts.outlets[i] ?? `Outlet of ${name}` },
    url: `https://news.example/${story}/${name}`,
    publishedAtMs: firstMs + i * 40 * 60_000,
    status: 'usable',
  }));
}
