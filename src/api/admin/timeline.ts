import { readArticleIds } from '../../store/article-names';
import { readLog } from '../../store/membership-log';
import type { ApiDeps } from '../deps';
import { roundProbability } from '../match-wire';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { readStoryDecisions } from './decision-handlers';
import { findReviewed } from './find-reviewed';

/** Entries shown: the newest ones. An article may have three: published, copied, joined. */
const SHOWN = 5_000;
const CHANGES = 1_000;
const DECISIONS = 200;

/** One thing that happened to a story. */
interface TimelineItem {
  readonly at: string;
  readonly kind: 'published' | 'joined' | 'left' | 'merged' | 'split' | 'decided' | 'copied';
  readonly [detail: string]: unknown;
}

/** `GET /admin/api/stories/{id}/timeline`: who published when, who copied whom, who came and went, and who decided what. */
export function getTimeline(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const story = await findReviewed(deps, req, res, collection);
    if (!story) return;
    const published = story.articles.flatMap(({ id, title, source, publishedAt, role }): TimelineItem[] =>
      publishedAt ? [{ at: publishedAt, kind: 'published', articleId: id, title, source, role }] : [],
    );
    const times = new Map(story.articles.map(({ id, publishedAt }) => [id, publishedAt]));
    const copied = story.copies.flatMap(({ from, to, shareOfTo }): TimelineItem[] => {
      const at = times.get(to);
      return at ? [{ at, kind: 'copied', from, to, share: roundProbability(shareOfTo) }] : [];
    });
    const decisions = await readStoryDecisions(deps, collection, story.id, DECISIONS);
    const decided = decisions.map(
      (decision): TimelineItem => ({ at: decision.at, kind: 'decided', decision }),
    );
    const items = [...published, ...copied, ...decided, ...(await readChanges(deps, collection, story.id))];
    res.json({ items: items.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-SHOWN) });
  };
}

/** What the membership log tells. */
async function readChanges({ store }: ApiDeps, collection: string, storyId: string): Promise<TimelineItem[]> {
  const log = (await readLog(store, collection, storyId, 0)).slice(-CHANGES);
  const ordinals = log.flatMap(({ entry }) =>
    [...(entry.in ?? []), ...(entry.out ?? [])].map(([ordinal]) => ordinal),
  );
  const names = await readArticleIds(store, collection, ordinals);
  return log.flatMap(({ version, entry }) => {
    const at = new Date(entry.at).toISOString();
    const id = (ordinal: number) => names.get(ordinal) ?? `#${ordinal}`;
    return [
      ...(entry.in ?? []).map(
        ([ordinal, revision, probability]): TimelineItem => ({
          ...{ at, kind: 'joined', version, articleId: id(ordinal), revision },
          probability: roundProbability(probability),
        }),
      ),
      ...(entry.out ?? []).map(
        ([ordinal, to]): TimelineItem => ({
          ...{ at, kind: 'left', version, articleId: id(ordinal), to: to || null },
        }),
      ),
      ...(entry.absorbed ?? []).map((from): TimelineItem => ({ at, kind: 'merged', version, from })),
      ...(entry.split ?? []).map((to): TimelineItem => ({ at, kind: 'split', version, to })),
    ];
  });
}
