/** What stands before the story in its first sentence: where it was filed and who is credited. */
export interface Opening {
  readonly dateline?: string;
  readonly credit?: string;
  readonly rest: string;
}

const HEAD_CHARACTERS = 120;

/** Agencies whose bare name in brackets or after a slash is a credit in any outlet. */
const AGENCY =
  /\b(Reuters|AP|Associated Press|AFP|Agence France-Presse|UPI|DPA|EFE|ANSA|TASS|Interfax|Xinhua|Bloomberg|PTI|ANI|IANS|Anadolu|Kyodo|Yonhap|PA Media|Press Association|CNN|RIA Novosti|TTXVN)\b/;

/** `BAGHDAD (Reuters) - `, `WASHINGTON, Sept 25 (AP) — `: place, optional date, credit in brackets, dash. */
const BRACKETED = /^([\p{Lu}][^()\n]{0,60}?)?\s*\(([^()\n]{2,40})\)\s*[-–—:]+\s+/u;
/** `BAGHDAD, Sept 25 — `: capitals, dash. */
const PLACE_DASH = /^(\p{Lu}[\p{Lu}.'’ ]{2,40}(?:,\s[^-–—\n]{2,30})?)\s*(?:[-–—]{1,2})\s+/u;
/** `Baghdad / Al-Mawred News` alone, or `Shafaq News / Writer …`. */
const SLASHED = /^(\p{Lu}[^/\n.!?]{1,40}?)\s+\/\s+/u;

/** Splits dateline and credit off the first sentence of a text. Looks at no more than 120 characters. */
export function splitOpening(first: string): Opening {
  const head = first.slice(0, HEAD_CHARACTERS);
  const bracketed = BRACKETED.exec(head);
  if (bracketed && isPlace(bracketed[1]) && /^\p{Lu}/u.test(bracketed[2])) {
    return opening(first, bracketed[0].length, bracketed[1]?.trim(), bracketed[2].trim());
  }
  const slashed = SLASHED.exec(head);
  if (slashed) return splitSlash(first, slashed[0].length, slashed[1]);
  const placed = PLACE_DASH.exec(head);
  if (placed) return opening(first, placed[0].length, placed[1]?.trim(), undefined);
  return { rest: first };
}

/** `OSLO`, `Rio de Janeiro`, `WASHINGTON, Sept 25`: capitalised words and days. Absent is a place too. */
function isPlace(text: string | undefined): boolean {
  if (text === undefined) return true;
  return /^\p{Lu}[\p{L}.'’-]*(?:[,\s]+(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}|de|of|the|and))*$/u.test(text.trim());
}

function splitSlash(first: string, length: number, before: string): Opening {
  const rest = first.slice(length);
  const short = rest.length <= 40 && !/[.!?]$/.test(rest);
  if (short) return opening(first, first.length, before, rest);
  return opening(first, length, undefined, before);
}

function opening(first: string, length: number, dateline?: string, credit?: string): Opening {
  return {
    rest: first.slice(length).trim(),
    ...(dateline ? { dateline } : {}),
    ...(credit ? { credit } : {}),
  };
}

/** The agency a closing or bracketed line credits, such as `(Reuters)` or `— Associated Press`; else undefined. */
export function findAgencyCredit(line: string): string | undefined {
  if (line.length > 160) return undefined;
  const bare = /^[\s([–—-]*(?:source|from|with|via|by|reporting by)?[:\s]*(.{2,40}?)[\s)\].]*$/i.exec(line);
  return bare?.[1] === undefined ? undefined : AGENCY.exec(bare[1])?.[1];
}
