import type { Thresholds } from '../matching/model';
import type { WhyMatch } from './article-view';

interface Place {
  /** Articles in the story, this one with them. */
  readonly size: number;
  /** The strongest matches inside the story, strongest first. */
  readonly why: readonly WhyMatch[];
  /** The strongest matches in other stories, strongest first. */
  readonly nearest: readonly WhyMatch[];
  readonly thresholds: Pick<Thresholds, 'merge'>;
}

/** Why an article is where it is, in a sentence. */
export function describePlace({ size, why, nearest, thresholds }: Place): string {
  const [best] = why;
  const needed = `articles are merged from ${percent(thresholds.merge)}`;
  if (best) {
    const likely = `${percent(best.probability)} likely to be of one story with "${best.articleId}"`;
    return best.probability < thresholds.merge
      ? `Only ${likely}, though ${needed}: a reviewer decided so, or the threshold was another one then.`
      : `${likely}; ${needed}.`;
  }
  if (size > 1) return 'A reviewer decided that it belongs to this story.';
  const [other] = nearest;
  if (!other) return 'In a story of its own: no other article that can still be matched is like it.';
  const likest = `In a story of its own: the likest other article, "${other.articleId}", is ${percent(other.probability)} likely to be of one story with it`;
  return other.probability < thresholds.merge
    ? `${likest}; ${needed}.`
    : `${likest}, and ${needed}: a reviewer keeps them apart, or the rest of that story is not like it.`;
}

const percent = (probability: number): string => `${Math.round(probability * 100)} %`;
