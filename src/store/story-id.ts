import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new story id: `st_` and 16 characters of 5 random bits, never given twice. */
export function newStoryId(): string {
  return `st_${Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('')}`;
}
