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

/** Reads the text of a page, a paragraph a line. Hostile nesting and size are cut off, never thrown on. */
export function htmlToText(html: string): string {
  return convert(html.slice(0, MAX_HTML_CHARACTERS));
}
