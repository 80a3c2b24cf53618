import type { CanonicalStory as Story } from '../story/canonical-story';
import type { ReviewDetail } from './wire';

/** A story as it is shown. */
interface Shown {
  readonly story: Story;
  readonly detail: ReviewDetail | undefined;
}

/** What a decision is expected to change; what the service answers then takes its place. */
export type Change = (shown: Shown) => Shown;

/** Articles have left the story. */
export const leave =
  (ids: readonly string[]): Change =>
  ({ story, detail }) => {
    const gone = new Set(ids);
    const articles = story.articles.filter(({ id }) => !gone.has(id));
    const sources = new Set(articles.map(({ source }) => source.name)).size;
    return {
      story: { ...story, articles, counts: { ...story.counts, articles: articles.length, sources } },
      detail,
    };
  };

/** Articles of another story have come in; they are counted, and listed once they are read. */
export const join =
  (articles: number): Change =>
  ({ story, detail }) => ({
    story: { ...story, counts: { ...story.counts, articles: story.counts.articles + articles } },
    detail,
  });

export const setLocked =
  (locked: boolean): Change =>
  ({ story, detail }) => ({ story, detail: detail && { ...detail, locked } });

type Pins = ReviewDetail['pins'];

export const setPins =
  (pins: Partial<Pins>): Change =>
  ({ story, detail }) => {
    const pinned = story.articles.find(({ id }) => id === pins.title);
    const title = pinned ? { ...story.title, text: pinned.title, articleId: pinned.id } : story.title;
    return { story: { ...story, title }, detail: detail && { ...detail, pins: { ...detail.pins, ...pins } } };
  };

/** Nothing about the story is asked any more. */
export const settle: Change = ({ story, detail }) => ({
  story,
  detail: detail && { ...detail, review: null },
});
