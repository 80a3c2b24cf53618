/** Characters of an answer's body that the deliveries log keeps. */
export const EXCERPT_CHARS = 300;

/** Bytes of an answer's body that are read at most; what a receiver says beyond them is cut off with the connection. */
export const MAX_RESPONSE_BYTES = 16 * 1024;

// Controls, format characters such as direction marks, lone surrogates and private use: all that a log should not play back.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** The beginning of a body as text for people: unprintable characters spelled out (`\u001b`), bounded. */
export function toExcerpt(bytes: Buffer): string {
  const text = bytes
    .subarray(0, EXCERPT_CHARS * 4)
    .toString('utf8')
    .slice(0, EXCERPT_CHARS);
  return text.replace(UNPRINTABLE, spellOut).slice(0, 2 * EXCERPT_CHARS);
}

function spellOut(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
