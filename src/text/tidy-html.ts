/** Deeper tags are left out, their text is kept; `html-to-text` would drop text 60 levels deep. */
const MAX_DEPTH = 50;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements without an end tag. */
const VOID = words(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose content is not markup, up to their own end tag. What they hold is read only in the first three. */
const RAW = words('title textarea xmp script style iframe noembed noframes');
const RAW_TEXT = words('title textarea xmp');

/** Elements inside a line; where others are left out, the line ends. */
const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr',
);

const CLOSES_P =
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul';

/** A start tag on the left ends an open element on the right, if that is the innermost: end tags that HTML lets authors leave out. */
const IMPLIES_END: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...CLOSES_P.split(' ').map((name): [string, ReadonlySet<string>] => [name, words('p')]),
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['tr', words('tr td th')],
  ['td', words('td th thead')],
  ['th', words('td th')],
  ['option', words('option')],
  ['body', words('head link script')],
]);

/** Others, such as `o:p`, say nothing about the layout. */
const PLAIN_NAME = /^[a-z][a-z0-9-]*$/;
const TAG_NAME = /[a-z][^\s/>]{0,30}/iy;

/**
 * Writes a page anew as markup that no parser has trouble with: every tag balanced, at most 50 deep, without attributes, comments,
 * scripts and styles. What pages leave out or get wrong is read as parsers read it.
 *
 * A parser looks through its open elements at every end tag, so that its time is the product of both; here that product has
 * a bound whatever the page is. Linear: one pass.
 */
export function tidyHtml(page: string): string {
  const tidy = new Tidy();
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    tidy.text(page.slice(at, open < 0 ? page.length : open));
    if (open < 0) break;
    at = readMarkup(page, open, tidy);
  }
  return tidy.finish();
}

/** Reads what begins with the `<` at `open`; returns where it ends. What is never closed takes the rest of the page with it. */
function readMarkup(page: string, open: number, tidy: Tidy): number {
  const next = page[open + 1] ?? '';
  if (next === '!' || next === '?') return skipDeclaration(page, open);
  const isEnd = next === '/';
  TAG_NAME.lastIndex = open + (isEnd ? 2 : 1);
  const name = TAG_NAME.exec(page)?.[0].toLowerCase();
  if (name === undefined) {
    // `</3` is a comment to parsers, `<3` is text.
    if (isEnd) return endOf(page, '>', open);
    tidy.text('<');
    return open + 1;
  }
  const end = skipAttributes(page, TAG_NAME.lastIndex);
  if (end > page.length) return end;
  if (isEnd) tidy.end(name);
  else if (RAW.has(name)) return readRaw(page, end, name, tidy);
  else if (PLAIN_NAME.test(name)) tidy.start(name);
  return end;
}

function skipDeclaration(page: string, open: number): number {
  return page.startsWith('<!--', open) ? endOf(page, '-->', open + 2) : endOf(page, '>', open);
}

/** Past the next `mark`; beyond the page when there is none. */
function endOf(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  return at < 0 ? page.length + 1 : at + mark.length;
}

const SPACE = /\s/;

/** Past the `>` of a tag. Quotes count at the beginning of a value only. */
function skipAttributes(page: string, from: number): number {
  for (let at = from; at < page.length; at++) {
    if (page[at] === '>') return at + 1;
    if (page[at] !== '=') continue;
    while (at + 1 < page.length && SPACE.test(page[at + 1])) at++;
    const quote = page[at + 1];
    if (quote === '"' || quote === "'") at = endOf(page, quote, at + 2) - 1;
  }
  return page.length + 1;
}

function readRaw(page: string, from: number, name: string, tidy: Tidy): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  const end = pattern.exec(page)?.index ?? page.length;
  if (RAW_TEXT.has(name)) {
    tidy.start('div');
    tidy.text(page.slice(from, end));
    tidy.end('div');
  }
  return end === page.length ? end : endOf(page, '>', end);
}

/** Puts tags in order as they come. */
class Tidy {
  private readonly parts: string[] = [];
  private readonly open: string[] = [];
  /** How often each name is open, and how often its start tag was left out. */
  private readonly counts = new Map<string, number>();
  private readonly leftOut = new Map<string, number>();

  text(text: string): void {
    if (text !== '') this.parts.push(text.replaceAll('<', '&lt;'));
  }

  start(name: string): void {
    const ends = IMPLIES_END.get(name);
    while (ends?.has(this.open.at(-1) ?? '')) this.close();
    if (VOID.has(name)) {
      if (name === 'br' || name === 'hr') this.parts.push(`<${name}>`);
    } else if (this.open.length >= MAX_DEPTH) {
      add(this.leftOut, name, 1);
      if (!INLINE.has(name)) this.parts.push('<br>');
    } else {
      this.open.push(name);
      add(this.counts, name, 1);
      this.parts.push(`<${name}>`);
    }
  }

  end(name: string): void {
    if (this.leftOut.get(name)) {
      add(this.leftOut, name, -1);
      if (!INLINE.has(name)) this.parts.push('<br>');
    } else if (this.counts.get(name)) {
      while (this.close() !== name);
    } else if (name === 'br') {
      this.parts.push('<br>');
    } else if (name === 'p') {
      this.start('p');
      this.end('p');
    }
  }

  finish(): string {
    while (this.open.length > 0) this.close();
    return this.parts.join('');
  }

  private close(): string | undefined {
    const name = this.open.pop();
    if (name === undefined) return undefined;
    add(this.counts, name, -1);
    this.parts.push(`</${name}>`);
    return name;
  }
}

const add = (counts: Map<string, number>, name: string, change: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + change);
};
