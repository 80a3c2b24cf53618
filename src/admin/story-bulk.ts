import type { BulkAction } from './bulk-bar';
import type { BulkItem } from './bulk-dialog';
import { count } from './show';
import type { StorySummary } from './wire';

const refOf = ({ id, version }: StorySummary) => ({ id, version });

/** What can be done with several stories at once, and those that a merge would end. */
export function actionsOnStories(stories: readonly StorySummary[]): {
  readonly list: readonly BulkAction[];
  readonly leaving: readonly StorySummary[];
} {
  const [into, ...from] = stories.toSorted((a, b) => b.counts.articles - a.counts.articles);
  const many = count(stories.length, 'story', 'stories');
  const each = (body: (story: StorySummary) => BulkItem['body']): readonly BulkItem[] =>
    stories.map((story) => ({ label: story.title.text, body: body(story) }));
  const lock = (locked: boolean) => each((story) => ({ type: 'lock', story: refOf(story), locked }));
  const several = stories.filter(({ counts }) => counts.articles > 1);
  return {
    leaving: from,
    list: [
      {
        ...{ key: 'm', name: 'Merge', does: 'Merge the selected stories into the largest' },
        done: `Merged ${many}`,
        items: into && from.length > 0 && from.length <= MAX_MERGED ? [mergeAll(into, from)] : [],
      },
      {
        ...{ key: 'c', name: 'Confirm', does: 'Confirm each selected story as it is' },
        done: `Confirmed ${count(several.length, 'story', 'stories')}`,
        items: several.map((story) => ({
          label: story.title.text,
          body: { type: 'confirm', stories: [refOf(story)] },
        })),
      },
      {
        ...{ key: 'x', name: 'Keep apart', does: 'Never merge the selected stories with each other' },
        done: `Keeps ${many} apart`,
        items: pairsOf(stories).map(([one, other]) => ({
          label: `${one.title.text} ≠ ${other.title.text}`,
          body: { type: 'reject', stories: [refOf(one), refOf(other)] },
        })),
      },
      {
        ...{ key: 'l', name: 'Lock', does: 'Lock the selected stories as they are' },
        done: `Locked ${many}`,
        items: lock(true),
      },
      {
        ...{ key: 'L', name: 'Unlock', does: 'Unlock the selected stories' },
        done: `Unlocked ${many}`,
        items: lock(false),
      },
    ],
  };
}

/** Stories that one merge may name besides the one they go into. */
const MAX_MERGED = 50;

function mergeAll(into: StorySummary, from: readonly StorySummary[]): BulkItem {
  return {
    label: `${from.map(({ title }) => title.text).join(' + ')} → ${into.title.text}`,
    body: { type: 'merge', into: refOf(into), from: from.map(refOf) },
  };
}

function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other] as const));
}
