/** Members up to which a changing story settles for just the debounce time. */
const SMALL_STORY = 50;

/** A story of 50,000 members is told of this many debounce times after a change: 250 s by default. */
const MAX_STRETCH = 1_000;

/**
 * How long a changing story is let settle before its document is built, in milliseconds. What building costs grows with the members,
 * so the pause between two builds does too: what a further member costs then does not, nor does a story take up more and more of a worker.
 * See ADR 9.
 */
export function settleMs(debounceMs: number, members: number): number {
  return debounceMs * Math.max(1, Math.min(MAX_STRETCH, members / SMALL_STORY));
}

/** A story that keeps changing is told of once in this many debounce times at the longest: once a second by default. */
const LONGEST_PAUSE = 4;

/** Up to how long the pause after a document grows while its story keeps changing, in milliseconds; see `publishStory.lua` and ADR 9. */
export const longestPauseMs = (debounceMs: number): number => debounceMs * LONGEST_PAUSE;
