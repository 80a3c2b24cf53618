import { z } from 'zod';
import { COLLECTION_PATTERN, COLLECTION_RULE, isCollectionName } from '../store/keys';

// Both are in every supported Node; the language library that TypeScript is told to assume has them a year later.
declare global {
  interface String {
    isWellFormed(): boolean;
    toWellFormed(): string;
  }
}

// Tab and line breaks are text; the other control characters, those of Latin-1 too, never are. A plain class: `\p{Cc}` with
// an exception takes four times as long, 40 µs for 4 kB.
// oxlint-disable no-control-regex -- control characters are what these are about
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const CONTROLS_ALL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
// oxlint-enable no-control-regex
// Also the line separators, direction marks and other format characters that make two ids look alike.
const NOT_IN_ID = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Text as it is kept: lone surrogates become U+FFFD, control characters other than tab and line breaks go.
 *
 * Text is mended and not refused, because the sender is mostly not its author and can do nothing about it.
 */
export function mendText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return CONTROLS.test(wellFormed) ? wellFormed.replace(CONTROLS_ALL, '') : wellFormed;
}

const sayType = (what: string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? 'is required' : `must be ${what}`;

/** Free text of at most `maxLength` UTF-16 units, mended. */
export function freeText(maxLength: number) {
  return z
    .string({ error: sayType('a string') })
    .max(maxLength, `must be at most ${maxLength.toLocaleString('en')} characters`)
    .transform(mendText);
}

/** One line of text, such as a name: mended, line breaks made spaces, trimmed. */
export function lineText(maxLength: number) {
  return freeText(maxLength).transform((text) => text.replace(/[\t\n\r]/g, ' ').trim());
}

/** A line of text that must not be empty. */
export function requiredLine(maxLength: number) {
  return lineText(maxLength).refine((text) => text.length > 0, 'must not be empty');
}

/** `.` and `..` are taken out of URLs by every client; `batch` is another route. */
const UNADDRESSABLE = new Set(['.', '..', 'batch']);

/** An id of the client's: 1–200 characters, any script, spaces inside; refused (not mended) when it has a control character. */
export const clientId = z
  .string({ error: sayType('a string') })
  .min(1, 'must not be empty')
  .max(200, 'must be at most 200 characters')
  .refine((id) => !NOT_IN_ID.test(id), 'must not have control or invisible characters')
  .refine((id) => id.trim() === id, 'must not begin or end with a space')
  .refine(
    (id) => !UNADDRESSABLE.has(id),
    'must not be ".", ".." or "batch": these cannot be the end of an address',
  );

/** Name of a collection: it becomes part of Redis keys, so the store says what is allowed. */
export const collectionName = z
  .string({ error: sayType('a string') })
  .regex(COLLECTION_PATTERN, COLLECTION_RULE)
  .refine(isCollectionName, COLLECTION_RULE);

/** An http or https URL of at most 2,048 characters, normalised. */
export const webUrl = z
  .string({ error: sayType('a string') })
  .max(2048, 'must be at most 2,048 characters')
  .transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href.toWellFormed();
    context.addIssue({
      code: 'custom',
      message: 'must be a whole http or https URL, such as https://example.org/a',
    });
    return z.NEVER;
  });

/** A BCP 47 language tag in its canonical spelling. */
export const languageTag = z
  .string({ error: sayType('a string') })
  .max(35, 'must be at most 35 characters')
  .transform((value, context) => {
    try {
      return Intl.getCanonicalLocales(value)[0];
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a BCP 47 language tag, such as en or pt-BR' });
      return z.NEVER;
    }
  });
