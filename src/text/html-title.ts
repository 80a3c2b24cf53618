import { htmlToAllText } from './html-to-text';

/** What holds the title of a page, the better first: `title` often has the outlet in it, and the section. */
const HOLDERS = [
  { opens: /<h1[\s>]/i, closes: '</h1' },
  { opens: /<title[\s>]/i, closes: '</title' },
] as const;

/** No title is longer; what follows an element that is never ended is no part of it. */
const MAX_HOLDER_CHARACTERS = 4_000;
const MAX_TITLE_CHARACTERS = 1_000;

/** The title of an article: the one it came with, else the headline of its page; empty when there is neither. */
export function titleOf({ title = '', html = '' }: { title?: string; html?: string }): string {
  return title === '' ? htmlTitle(html) : title;
}

/** The first headline of a page, else its `title`, on one line. Looks for each once: linear. */
function htmlTitle(html: string): string {
  for (const { opens, closes } of HOLDERS) {
    const start = opens.exec(html)?.index;
    if (start === undefined) continue;
    const element = html.slice(start, start + MAX_HOLDER_CHARACTERS);
    const end = element.toLowerCase().indexOf(closes);
    const title = end < 0 ? '' : htmlToAllText(element.slice(0, end)).trim();
    if (title !== '') return title.replace(/\s+/g, ' ').slice(0, MAX_TITLE_CHARACTERS);
  }
  return '';
}
