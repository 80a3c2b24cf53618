import { useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { answerCase } from './answer';
import { CompareDialog } from './compare-dialog';
import { decide } from './decide';
import { openDialog } from './dialog';
import { html, type View } from './html';
import { type KeyAction, useKeys } from './keys';
import { followInside, goTo, pathOf } from './location';
import { describeCase } from './review-list';
import type { Review, ReviewCase } from './wire';

interface CasesProps {
  readonly story: Story;
  readonly review: Review;
  readonly reload: () => void;
}

interface Answers {
  readonly answer: (yes: boolean, why?: boolean) => void;
  readonly compare: () => void;
  readonly next: () => void;
}

function keysOf(
  { otherArticleId, otherStoryId }: ReviewCase,
  { answer, compare, next }: Answers,
): KeyAction[] {
  const keys: KeyAction[] = [
    { key: 'c', does: 'Confirm: they belong together', run: (why) => answer(true, why), takesReason: true },
    {
      key: 'x',
      does: 'Reject: they do not belong together',
      run: (why) => answer(false, why),
      takesReason: true,
    },
  ];
  if (otherArticleId !== undefined) keys.push({ key: 'd', does: 'Compare the two articles', run: compare });
  keys.push({ key: 'n', does: 'Next question', run: next });
  const toOther = (): unknown => otherStoryId && goTo('stories', otherStoryId);
  return [...keys, { key: 'g', does: 'Go to the other story', run: toOther }];
}

/** One of the two articles: who says it, and what; a link to its story where that is another one. */
function showSide(source: string | undefined, title: string, storyId?: string): View {
  return html`<p class="pair" dir="auto"><small dir="ltr"><bdi>${source}</bdi>${storyId && html` · <a href=${pathOf('stories', storyId)} onClick=${followInside('stories', storyId)}>other story</a>`}</small>
    <span>${title}</span></p>`;
}

/** The questions a story raises, each with its answers. */
export function Cases({ story, review, reload }: CasesProps): View {
  const [at, setAt] = useState(0);
  const [answered, setAnswered] = useState<ReadonlySet<ReviewCase>>(new Set());
  const open = review.cases.filter((found) => !answered.has(found));
  const found = open[Math.min(at, open.length - 1)];
  const answer = (yes: boolean, why?: boolean): void => {
    if (!found) return;
    const apply = (): (() => void) => {
      setAnswered(new Set([...answered, found]));
      return () => setAnswered((now) => new Set([...now].filter((one) => one !== found)));
    };
    const done = yes ? 'Confirmed' : 'Rejected';
    const body = answerCase({ id: story.id, version: story.version }, found, yes);
    decide(body, { done, apply, settled: reload, refused: reload }, why);
  };
  const compare = (): void => {
    const { articleId, otherArticleId } = found ?? {};
    if (!articleId || !otherArticleId) return;
    openDialog((close) => html`<${CompareDialog} a=${articleId} b=${otherArticleId} onClose=${close} />`);
  };
  const isPair = found?.otherArticleId !== undefined;
  const next = (): void => setAt(open.length ? (at + 1) % open.length : 0);
  useKeys('In doubt', 'question', found ? keysOf(found, { answer, compare, next }) : []);
  if (!found) return null;
  return html`<section class="case" aria-label="In doubt">
    <p class="question">${describeCase(found)} ${open.length > 1 && html`<small>${Math.min(at, open.length - 1) + 1} of ${open.length}</small>`}</p>
    ${showSide(found.articleSource, found.articleTitle ?? found.articleId)}
    ${found.otherArticleId && showSide(found.otherSource, found.otherTitle ?? found.otherArticleId, found.otherStoryId)}
    <div class="choices">
      <button class="primary" onClick=${(event: MouseEvent) => answer(true, event.shiftKey)}>Belong together <kbd>c</kbd></button>
      <button onClick=${(event: MouseEvent) => answer(false, event.shiftKey)}>Do not <kbd>x</kbd></button>
      ${isPair && html`<button onClick=${compare}>Compare <kbd>d</kbd></button>`}
    </div>
  </section>`;
}
