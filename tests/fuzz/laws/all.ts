import { CODEC_LAWS } from './codec-laws';
import type { Law } from './law';
import { STORY_LAWS } from './story-laws';
import { STREAM_LAWS } from './stream-laws';
import { TEXT_LAWS } from './text-laws';

/** Laws of what texts and records go through, from the post to the feed. */
export const LAWS: readonly Law[] = [...CODEC_LAWS, ...TEXT_LAWS, ...STREAM_LAWS, ...STORY_LAWS];
