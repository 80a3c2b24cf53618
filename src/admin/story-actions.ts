import type { CanonicalStory as Story } from '../story/canonical-story';
import { type KeyAction, useKeys } from './keys';
import type { ViewName } from './location';
import type { StoryData } from './story-data';
import { storyDecisions } from './story-decisions';

/** The articles of the open story that a decision is about. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly clear: () => void;
  /** Index of the article the keys move over; -1 for none. */
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly explain: (id: string) => void;
  readonly compare: () => void;
}

/** A decision offered as a button and a key. */
export interface StoryAction extends KeyAction {
  readonly name: string;
  readonly disabled?: boolean;
}

/** The decisions on an open story, bound to their keys. */
export function useStoryActions(
  story: Story,
  data: StoryData,
  selection: Selection,
  view: ViewName,
): readonly StoryAction[] {
  const { chosen, current, clear } = selection;
  const pointed = story.articles[current]?.id;
  const subjects = chosen.size > 0 ? [...chosen] : pointed === undefined ? [] : [pointed];
  const actions = listActions(
    storyDecisions({ story, data, view, subjects, isChosen: chosen.size > 0, clear }),
    { subjects: subjects.length, articles: story.articles.length, locked: data.detail?.locked ?? false },
  );
  useMemberKeys(story, selection);
  useKeys(
    'Story',
    'story',
    actions.map((action) => ({ ...action, run: (why) => !action.disabled && action.run(why) })),
  );
  return actions;
}

interface Counts {
  readonly subjects: number;
  readonly articles: number;
  readonly locked: boolean;
}

function listActions(
  decisions: ReturnType<typeof storyDecisions>,
  { subjects, articles, locked }: Counts,
): readonly StoryAction[] {
  const isOne = subjects === 1;
  const action = (
    [key, name, does]: readonly [string, string, string],
    run: (why?: boolean) => void,
    disabled = false,
  ): StoryAction => ({ key, name, does, run, disabled, takesReason: true });
  return [
    action(['c', 'Confirm', 'Confirm that all of it is one story'], decisions.confirm, articles < 2),
    action(['m', 'Merge', 'Merge another story into this one'], decisions.merge),
    action(
      ['s', 'Split off', 'Split the selected articles off'],
      decisions.split,
      subjects === 0 || subjects >= articles,
    ),
    action(['v', 'Move', 'Move the selected article to another story'], decisions.move, !isOne),
    action(
      ['x', 'Reject', 'Keep the two selected articles apart for good'],
      decisions.reject,
      subjects !== 2,
    ),
    action(
      ['r', 'Remove', 'Take the selected article out of the story'],
      decisions.remove,
      !isOne || articles < 2,
    ),
    action(
      ['l', locked ? 'Unlock' : 'Lock', 'Lock the story against changes by itself, or unlock it'],
      decisions.lock,
    ),
    action(['p', 'Pin title', 'Take the title of the selected article'], decisions.pinTitle, !isOne),
    action(['e', 'Pin text', 'Take the text of the selected article as the base'], decisions.pinText, !isOne),
    { key: 'a', name: 'Note', does: 'Add a note', run: decisions.note },
  ];
}

function useMemberKeys(
  { articles }: Story,
  { current, setCurrent, choose, explain, compare }: Selection,
): void {
  const step = (by: number): void => setCurrent(Math.max(0, Math.min(articles.length - 1, current + by)));
  const pointed = articles[current]?.id;
  useKeys('Articles of the story', 'story', [
    { key: ']', does: 'Next article', run: () => step(1) },
    { key: '[', does: 'Article before', run: () => step(-1) },
    { key: '}', does: 'Last article', run: () => step(articles.length) },
    { key: '{', does: 'First article', run: () => step(-articles.length) },
    { key: ' ', does: 'Select the article', run: () => pointed !== undefined && choose(pointed) },
    { key: 'w', does: 'Why is the article here?', run: () => pointed !== undefined && explain(pointed) },
    { key: 'd', does: 'Compare the two selected articles, or this one with the origin', run: compare },
  ]);
}
