import { mixHash } from '../text/hash';
import { createTokenBuffer, scanTokens } from '../text/tokens';
import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';

/** Distinct 3-word shingles of a member's text, sorted, and how many words were read. */
export interface CopyShingles {
  readonly shingles: Uint32Array;
  readonly words: number;
}

const SHINGLE_WORDS = 3;
const buffer = createTokenBuffer();

/**
 * Reads the shingles of at most `STORY_LIMITS.copyWords` words: those of the body, or of the title where there is no
 * body to speak of. `keepOneIn` (a power of two) keeps only hashes divisible by it, the same ones in every text.
 */
export function copyShingles(member: StoryMember, keepOneIn = 1): CopyShingles {
  buffer.count = 0;
  for (const sentence of member.clean.sentences) {
    if (buffer.count >= STORY_LIMITS.copyWords) break;
    scanTokens(sentence.text.slice(0, STORY_LIMITS.sentenceChars), buffer);
  }
  if (buffer.count < 2 * SHINGLE_WORDS) scanTokens(member.clean.title, buffer);
  const words = Math.min(buffer.count, STORY_LIMITS.copyWords);
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words; i++) {
    const shingle = hashShingle(i);
    if (shingle % keepOneIn === 0) found.add(shingle);
  }
  return { shingles: Uint32Array.from(found).sort(), words };
}

function hashShingle(start: number): number {
  let hash = 17;
  for (let k = 0; k < SHINGLE_WORDS; k++) hash = Math.imul(hash, 0x9e3779b1) ^ buffer.hashes[start + k];
  return mixHash(hash);
}
