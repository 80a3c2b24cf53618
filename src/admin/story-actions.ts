import { type DecisionRequest, decide } from './decide';
import { confirmDialog, openDialog } from './dialog';
import { html } from './html';
import { useKeys } from './keys';
import { goTo, type ViewName } from './location';
import { ReasonDialog } from './reason-dialog';
import { count } from './show';
import type { StoryData } from './story-data';
import { StoryPicker } from './story-picker';
import type { DecisionAnswer, Story, StorySummary } from './wire';

/** The articles of the open story that a decision is about. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly clear: () => void;
  /** Index of the article the keys move over; -1 for none. */
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly explain: (id: string) => void;
}

/** A decision offered as a button and a key. */
export interface StoryAction {
  readonly key: string;
  readonly name: string;
  readonly does: string;
  readonly run: () => void;
  readonly disabled?: boolean;
}

/** Articles moved at once above which is asked first. */
const ASK_ABOVE = 20;

/** The decisions on an open story, bound to their keys. */
export function useStoryActions(
  story: Story,
  data: StoryData,
  selection: Selection,
  view: ViewName,
): readonly StoryAction[] {
  const { chosen, current, clear } = selection;
  const here = { id: story.id, version: story.version };
  const pointed = story.articles[current]?.id;
  const subjects = chosen.size > 0 ? [...chosen] : pointed === undefined ? [] : [pointed];
  const isLocked = data.detail?.locked ?? false;

  const settled = ({ stories }: DecisionAnswer): void => {
    clear();
    const own = stories.find(({ id }) => id === story.id);
    if (own?.into) goTo(view, own.into, true);
    else data.reload();
  };
  const send = (done: string, body: DecisionRequest): void =>
    void decide(body, { done, settled, refused: data.reload });
  const pick = (title: string, use: (picked: StorySummary) => void): void =>
    openDialog(
      (close) =>
        html`<${StoryPicker} title=${title} story=${story} outside=${data.detail?.outside ?? []} onPick=${use} onClose=${close} />`,
    );

  const merge = (): void =>
    pick('Merge into this story', (other) => {
      const from = [{ id: other.id, version: other.version }];
      const run = (): void => send('Merged 2 stories', { type: 'merge', into: here, from });
      if (other.counts.articles <= ASK_ABOVE) run();
      else
        confirmDialog(
          'Merge a large story?',
          `${count(other.counts.articles, 'article', 'articles')} will move. This can be undone.`,
          'Merge',
          run,
        );
    });
  const split = (): void => {
    const run = (): void =>
      send(`Split off ${count(subjects.length, 'article', 'articles')}`, {
        type: 'split',
        story: here,
        articleIds: subjects,
      });
    if (subjects.length <= ASK_ABOVE) run();
    else
      confirmDialog(
        'Split off many articles?',
        `${subjects.length} articles will become a story of their own. This can be undone.`,
        'Split',
        run,
      );
  };
  const move = (): void =>
    pick('Move the article to', (other) =>
      send('Moved an article', {
        type: 'move',
        articleId: subjects[0],
        from: here,
        to: { id: other.id, version: other.version },
      }),
    );
  const reject = (): void =>
    send('Kept two articles apart', { type: 'reject', stories: [here], articleIds: subjects });
  const note = (): void =>
    openDialog(
      (close) =>
        html`<${ReasonDialog} title="Note on this story" onText=${(text: string) => send('Noted', { type: 'note', story: here, text })} onClose=${close} />`,
    );

  const actions: readonly StoryAction[] = [
    {
      key: 'c',
      name: 'Confirm',
      does: 'Confirm that all of it is one story',
      run: () =>
        send('Confirmed', {
          type: 'confirm',
          stories: [here],
          ...(chosen.size > 0 && { articleIds: subjects }),
        }),
    },
    { key: 'm', name: 'Merge', does: 'Merge another story into this one', run: merge },
    {
      key: 's',
      name: 'Split off',
      does: 'Split the selected articles off',
      run: split,
      disabled: subjects.length === 0 || subjects.length >= story.articles.length,
    },
    {
      key: 'v',
      name: 'Move',
      does: 'Move the selected article to another story',
      run: move,
      disabled: subjects.length !== 1,
    },
    {
      key: 'x',
      name: 'Reject',
      does: 'Keep the two selected articles apart for good',
      run: reject,
      disabled: subjects.length !== 2,
    },
    {
      key: 'r',
      name: 'Remove',
      does: 'Take the selected article out of the story',
      run: () => send('Removed an article', { type: 'remove', story: here, articleId: subjects[0] }),
      disabled: subjects.length !== 1 || story.articles.length < 2,
    },
    {
      key: 'l',
      name: isLocked ? 'Unlock' : 'Lock',
      does: 'Lock the story against changes by itself, or unlock it',
      run: () => send(isLocked ? 'Unlocked' : 'Locked', { type: 'lock', story: here, locked: !isLocked }),
    },
    {
      key: 'p',
      name: 'Pin title',
      does: 'Take the title of the selected article',
      run: () => send('Pinned the title', { type: 'pin', story: here, title: subjects[0] }),
      disabled: subjects.length !== 1,
    },
    { key: 'a', name: 'Note', does: 'Add a note', run: note },
  ];
  useMemberKeys(story, selection);
  useKeys(
    'Story',
    'story',
    actions.map((action) => ({ ...action, run: () => !action.disabled && action.run() })),
  );
  return actions;
}

function useMemberKeys({ articles }: Story, { current, setCurrent, choose, explain }: Selection): void {
  const step = (by: number): void => {
    const next = Math.max(0, Math.min(articles.length - 1, current + by));
    setCurrent(next);
    const id = articles[next]?.id;
    // The row may only be made by this very step.
    if (id !== undefined)
      requestAnimationFrame(() =>
        document.querySelector(`[data-member="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' }),
      );
  };
  const pointed = articles[current]?.id;
  useKeys('Articles of the story', 'story', [
    { key: ']', does: 'Next article', run: () => step(1) },
    { key: '[', does: 'Article before', run: () => step(-1) },
    { key: ' ', does: 'Select the article', run: () => pointed !== undefined && choose(pointed) },
    { key: 'w', does: 'Why is the article here?', run: () => pointed !== undefined && explain(pointed) },
  ]);
}
