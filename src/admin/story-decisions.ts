import type { CanonicalStory as Story } from '../story/canonical-story';
import { type DecisionRequest, decide } from './decide';
import { confirmDialog, openDialog } from './dialog';
import { html } from './html';
import { goTo, type ViewName } from './location';
import { type Change, join, leave, setLocked, setPins, settle } from './optimistic';
import { ReasonDialog } from './reason-dialog';
import { count } from './show';
import type { StoryData } from './story-data';
import { StoryPicker } from './story-picker';
import type { DecisionAnswer, StorySummary } from './wire';

/** What decisions on an open story need to know. */
export interface StoryPlace {
  readonly story: Story;
  readonly data: StoryData;
  readonly view: ViewName;
  /** The articles chosen, or the one the keys are at. */
  readonly subjects: readonly string[];
  /** Whether `subjects` were chosen one by one. */
  readonly isChosen: boolean;
  readonly clear: () => void;
}

/** Articles moved at once above which is asked first. */
const ASK_ABOVE = 20;

/** The decisions on an open story; each shows its outcome at once. `why` is whether to ask for a reason first. */
export function storyDecisions({ story, data, view, subjects, isChosen, clear }: StoryPlace) {
  const here = { id: story.id, version: story.version };
  const articles = count(subjects.length, 'article', 'articles');
  const settled = ({ stories }: DecisionAnswer): void => {
    clear();
    const own = stories.find(({ id }) => id === story.id);
    if (own?.into) goTo(view, own.into, true);
    else data.reload();
  };
  const send = (done: string, body: DecisionRequest, change: Change | undefined, why?: boolean): void => {
    const apply = (): (() => void) => (change ? data.show(change) : () => undefined);
    decide(body, { done, apply, settled, refused: data.reload }, why);
  };
  const pick = (title: string, use: (picked: StorySummary) => void): void =>
    openDialog(
      (close) =>
        html`<${StoryPicker} title=${title} story=${story} outside=${data.detail?.outside ?? []} onPick=${use} onClose=${close} />`,
    );
  const pins = data.detail?.pins ?? { title: null, representative: null };
  const pin = (name: 'title' | 'representative', words: string, why?: boolean): void => {
    const [subject = null] = subjects;
    const next = { [name]: pins[name] === subject ? null : subject };
    const done = next[name] === null ? `Unpinned the ${words}` : `Pinned the ${words}`;
    send(done, { type: 'pin', story: here, ...next }, setPins(next), why);
  };
  return {
    confirm: (why?: boolean) => {
      const chosen = isChosen ? { articleIds: subjects } : {};
      send('Confirmed', { type: 'confirm', stories: [here], ...chosen }, isChosen ? undefined : settle, why);
    },
    merge: (why?: boolean) =>
      pick('Merge into this story', (other) => {
        const from = [{ id: other.id, version: other.version }];
        const size = other.counts.articles;
        const run = (): void =>
          send('Merged 2 stories', { type: 'merge', into: here, from }, join(size), why);
        askAbove(size, 'Merge', `${count(size, 'article', 'articles')} will move.`, run);
      }),
    split: (why?: boolean) => {
      const body = { type: 'split', story: here, articleIds: subjects };
      const run = (): void => send(`Split off ${articles}`, body, leave(subjects), why);
      askAbove(subjects.length, 'Split', `${articles} will become a story of their own.`, run);
    },
    move: (why?: boolean) =>
      pick('Move the article to', ({ id, version }) => {
        const body = { type: 'move', articleId: subjects[0], from: here, to: { id, version } };
        send('Moved an article', body, leave(subjects), why);
      }),
    reject: (why?: boolean) => {
      const body = { type: 'reject', stories: [here], articleIds: subjects };
      // Of a pair alone it is known who leaves; of more the service finds out who goes with whom.
      const change = story.articles.length === 2 ? leave(subjects.slice(1)) : undefined;
      send('Kept two articles apart', body, change, why);
    },
    remove: (why?: boolean) =>
      send(
        'Removed an article',
        { type: 'remove', story: here, articleId: subjects[0] },
        leave(subjects),
        why,
      ),
    lock: (why?: boolean) => {
      const locked = !(data.detail?.locked ?? false);
      send(locked ? 'Locked' : 'Unlocked', { type: 'lock', story: here, locked }, setLocked(locked), why);
    },
    pinTitle: (why?: boolean) => pin('title', 'title', why),
    pinText: (why?: boolean) => pin('representative', 'text', why),
    note: () => {
      const onText = (text: string): void => send('Noted', { type: 'note', story: here, text }, undefined);
      openDialog(
        (close) => html`<${ReasonDialog} title="Note on this story" onText=${onText} onClose=${close} />`,
      );
    },
  };
}

function askAbove(size: number, what: string, text: string, run: () => void): void {
  if (size <= ASK_ABOVE) run();
  else confirmDialog(`${what} many articles?`, `${text} This can be undone.`, what, run);
}
