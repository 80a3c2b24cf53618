import { useEffect, useRef, useState } from 'preact/hooks';
import type { CanonicalStory as Story, StoryArticle } from '../story/canonical-story';
import { ApiError, get, withQuery } from './api';
import { useLive } from './live';
import { goTo, type ViewName } from './location';
import type { Change } from './optimistic';
import { useReadAgain } from './read-again';
import { say } from './toasts';
import type { ReviewDetail } from './wire';

export interface StoryData {
  readonly story: Story | undefined;
  /** What only reviewers see; undefined while it is not there. */
  readonly detail: ReviewDetail | undefined;
  readonly problem: string;
  readonly reload: () => void;
  /** Shows a change that the service has not agreed to yet, until the next reading; answers how to take it back. */
  readonly show: (change: Change) => () => void;
}

/** Reads a story and keeps it fresh as its events come. A story that was merged away leads to its survivor. */
export function useStory(id: string, view: ViewName): StoryData {
  const [story, setStory] = useState<Story>();
  const [detail, setDetail] = useState<ReviewDetail>();
  const [changes, setChanges] = useState<readonly { readonly change: Change }[]>([]);
  const [problem, setProblem] = useState('');
  const serial = useRef(0);
  const load = async (): Promise<void> => {
    const asked = ++serial.current;
    const path = encodeURIComponent(id);
    // Read side by side: the text is shown without waiting for what concerns reviewers only.
    const more = get<ReviewDetail>(withQuery(`/admin/api/stories/${path}`, { brief: '1' })).catch(
      () => undefined,
    );
    try {
      const read = await get<Story>(withQuery(`/v1/stories/${path}`));
      if (asked !== serial.current) return;
      if (read.id !== id) {
        say('This story was merged; here is what it became part of.');
        goTo(view, read.id, true);
        return;
      }
      setStory(read);
      setChanges([]);
      setProblem('');
      const extra = await more;
      if (asked === serial.current && extra) setDetail(extra);
    } catch (error) {
      const gone = error instanceof ApiError && error.problem.status === 404;
      if (asked !== serial.current) return;
      // What was read stays while it may still be true.
      if (gone) setStory(undefined);
      setProblem(gone ? 'There is no such story.' : (error as Error).message);
      failed(error);
    }
  };
  useEffect(() => void load(), [id]);
  const failed = useReadAgain(() => void load());
  useLive(
    ({ storyId }) => storyId === id,
    () => void load(),
    [id],
  );
  const shown = story
    ? changes.reduce((now, { change }) => change(now), { story, detail })
    : { story, detail };
  const show = (change: Change): (() => void) => {
    const next = { change };
    setChanges((now) => [...now, next]);
    return () => setChanges((now) => now.filter((one) => one !== next));
  };
  return { ...shown, problem, reload: () => void load(), show };
}

/** The outlets of articles, by article id. */
export type Outlets = ReadonlyMap<string, StoryArticle>;

export const outletsOf = (story: Story): Outlets =>
  new Map(story.articles.map((article) => [article.id, article]));
