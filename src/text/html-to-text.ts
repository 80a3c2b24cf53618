import { compile } from 'html-to-text';

/** Longer pages are cut before parsing: the parser is linear, but a page is not worth more. */
const MAX_HTML_CHARACTERS = 400_000;

const SKIPPED = 'script style noscript template nav header footer aside form button svg figure iframe'.split(
  ' ',
);

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: 60, maxChildNodes: 5_000, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ],
});

/** A page nested deeper than this is not written to be read; parsing 80,000 levels takes seconds. */
const MAX_DEPTH = 5_000;

/** Reads the text of a page, a paragraph a line. Hostile nesting and size are cut off, never thrown on. */
export function htmlToText(html: string): string {
  const page = html.slice(0, MAX_HTML_CHARACTERS);
  return measureDepth(page) > MAX_DEPTH ? stripTags(page) : convert(page);
}

/** How deep tags are nested at most, elements that need no end tag counted too. One pass. */
function measureDepth(page: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
    if (page[at + 1] === '/') depth = Math.max(0, depth - 1);
    else deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

/** What stands between tags. One pass. */
function stripTags(page: string): string {
  const parts: string[] = [];
  let from = 0;
  while (from < page.length) {
    const open = page.indexOf('<', from);
    const close = open < 0 ? -1 : page.indexOf('>', open);
    parts.push(page.slice(from, open < 0 ? page.length : open));
    if (close < 0) break;
    from = close + 1;
  }
  return parts.join('\n');
}
