import { useState } from 'preact/hooks';
import { CompareDialog } from './compare-dialog';
import { type DecisionRequest, decide } from './decide';
import { openDialog } from './dialog';
import { html, type View } from './html';
import { useKeys } from './keys';
import { followInside, goTo, pathOf } from './location';
import { describeCase } from './review-list';
import type { Review, ReviewCase, Story } from './wire';

interface CasesProps {
  readonly story: Story;
  readonly review: Review;
  readonly reload: () => void;
}

/** The questions a story raises, each with its answers. */
export function Cases({ story, review, reload }: CasesProps): View {
  const [at, setAt] = useState(0);
  const [answered, setAnswered] = useState<ReadonlySet<ReviewCase>>(new Set());
  const open = review.cases.filter((found) => !answered.has(found));
  const found = open[Math.min(at, open.length - 1)];
  const answer = (yes: boolean): void => {
    if (!found) return;
    const apply = (): (() => void) => {
      setAnswered(new Set([...answered, found]));
      return () => setAnswered((now) => new Set([...now].filter((one) => one !== found)));
    };
    const done = yes ? 'Confirmed' : 'Rejected';
    void decide(toDecision(story, found, yes), { done, apply, settled: reload, refused: reload });
  };
  const compare = (): void => {
    const { articleId, otherArticleId } = found ?? {};
    if (!articleId || !otherArticleId) return;
    openDialog((close) => html`<${CompareDialog} a=${articleId} b=${otherArticleId} onClose=${close} />`);
  };
  useKeys('In doubt', 'question', [
    { key: 'c', does: 'Confirm: they belong together', run: () => answer(true) },
    { key: 'x', does: 'Reject: they do not belong together', run: () => answer(false) },
    { key: 'd', does: 'Compare the two articles', run: compare },
    { key: 'n', does: 'Next question', run: () => setAt(open.length ? (at + 1) % open.length : 0) },
    {
      key: 'g',
      does: 'Go to the other story',
      run: () => found?.otherStoryId && goTo('stories', found.otherStoryId),
    },
  ]);
  if (!found) return null;
  return html`<section class="case" aria-label="In doubt">
    <p class="question">${describeCase(found)} ${open.length > 1 && html`<small>${Math.min(at, open.length - 1) + 1} of ${open.length}</small>`}</p>
    <p class="pair"><span dir="auto">${found.articleTitle ?? found.articleId}</span>
      ${found.otherArticleId && html`<span class="versus">and</span> <span dir="auto">${found.otherTitle ?? found.otherArticleId}</span>`}
      ${found.otherStoryId && html` <a href=${pathOf('stories', found.otherStoryId)} onClick=${followInside('stories', found.otherStoryId)}>other story</a>`}</p>
    <div class="choices">
      <button class="primary" onClick=${() => answer(true)}>Belong together <kbd>c</kbd></button>
      <button onClick=${() => answer(false)}>Do not <kbd>x</kbd></button>
      ${found.otherArticleId && html`<button onClick=${compare}>Compare <kbd>d</kbd></button>`}
    </div>
  </section>`;
}

/** The decision that an answer to a case stands for. */
function toDecision(story: Story, found: ReviewCase, yes: boolean): DecisionRequest {
  const here = { id: story.id, version: story.version };
  const { kind, articleId, otherArticleId, otherStoryId, otherVersion, articleIds } = found;
  if (kind === 'between') {
    const stories = [here, { id: otherStoryId, version: otherVersion }];
    return yes
      ? { type: 'confirm', stories }
      : { type: 'reject', stories, articleIds: [articleId, otherArticleId] };
  }
  if (kind === 'weak') {
    return yes
      ? { type: 'confirm', stories: [here], articleIds: [articleId] }
      : { type: 'remove', story: here, articleId };
  }
  return yes
    ? { type: 'confirm', stories: [here] }
    : { type: 'split', story: here, articleIds: articleIds ?? [articleId] };
}
