import type { DecisionRequest } from './decide';
import type { ReviewCase, StoryRef } from './wire';

/** The decision that an answer to a case of a story stands for. */
export function answerCase(here: StoryRef, found: ReviewCase, yes: boolean): DecisionRequest {
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
