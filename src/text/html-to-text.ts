import { compile, type FormatCallback } from 'html-to-text';
import { tidyHtml } from './tidy-html';

/** Longer pages are cut before parsing: a page is not worth more. */
const MAX_HTML_CHARACTERS = 400_000;

const SKIPPED = 'script style noscript template nav header footer aside form button svg figure iframe'.split(
  ' ',
);

/** Around the text of links while a page is read: private use, so no page has a right to them. */
const LINK_OPENS = '\ue000';
const LINK_CLOSES = '\ue001';
const LINK_MARKS = /[\ue000\ue001]/g;

const formatLink: FormatCallback = (element, walk, builder) => {
  builder.addInline(LINK_OPENS, { noWordTransform: true });
  walk(element.children, builder);
  builder.addInline(LINK_CLOSES, { noWordTransform: true });
};

/** A cell of a table: apart from the next one by a space, so that `North quay` and `210` are no one word. */
const formatCell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

/** One line break around: rows of a table and points of a list are lines, not paragraphs. */
const LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const convert = compile({
  wordwrap: false,
  formatters: { markedLink: formatLink, cell: formatCell },
  limits: { maxDepth: 60, maxChildNodes: 5_000, ellipsis: '' },
  selectors: [
    { selector: 'a', format: 'markedLink' },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    // Marks of points and quotations would be part of the sentence, which other outlets carry without them.
    ...['ul', 'ol', 'blockquote'].map((selector) => ({ selector, format: 'block' })),
    ...['li', 'tr', 'dt', 'dd'].map((selector) => ({ selector, format: 'block', options: LINE })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
    { selector: 'hr', format: 'lineBreak' },
    ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ],
});

/**
 * Reads the text of a page, a paragraph a line, without the lines that are nothing but links. Hostile nesting and size are
 * cut off, never thrown on. Linear.
 */
export function htmlToText(html: string): string {
  return dropLinkLines(readPage(html));
}

/** As `htmlToText`, with the lines that are nothing but links. */
export function htmlToAllText(html: string): string {
  return readPage(html).replace(LINK_MARKS, '');
}

/** The text of a page with the marks of links in it. */
function readPage(html: string): string {
  return convert(tidyHtml(html.slice(0, MAX_HTML_CHARACTERS).replace(LINK_MARKS, '')));
}

/** Leaves out menus and lists of other stories: lines all in links that are no sentence. Takes the marks off. One pass. */
function dropLinkLines(text: string): string {
  let open = 0;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const linked = open > 0 || line.includes(LINK_OPENS);
    let outside = '';
    for (const piece of line.split(/(?=[\ue000\ue001])/)) {
      if (piece[0] === LINK_OPENS) open++;
      else if (piece[0] === LINK_CLOSES) open = Math.max(0, open - 1);
      if (open === 0) outside += piece;
    }
    const plain = line.replace(LINK_MARKS, '');
    const isMenu = linked && !/[\p{L}\p{N}]/u.test(outside) && !/[.!?…。]["'”’)]*$/.test(plain.trim());
    if (!isMenu) kept.push(plain);
  }
  return kept.join('\n');
}
