import * as fc from 'fast-check';
import { htmlToText } from '../../../src/text/html-to-text';
import { tidyHtml } from '../../../src/text/tidy-html';

// Some seconds of one core.
jest.setTimeout(180_000);

const VOID = new Set(['br', 'hr']);

/** Reads tidied markup strictly; throws on anything but plain tags in order. Returns how deep it goes. */
function measureDepth(markup: string): number {
  const open: string[] = [];
  let depth = 0;
  for (const piece of markup.split('<').slice(1)) {
    const [, slash, name] = /^(\/?)([a-z][a-z0-9-]*)>/.exec(piece) ?? [];
    if (name === undefined) throw new Error(`Not a plain tag: <${piece.slice(0, 40)}`);
    if (slash) {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> ends <${last}>`);
    } else if (!VOID.has(name)) open.push(name);
    depth = Math.max(depth, open.length);
  }
  if (open.length > 0) throw new Error(`Not ended: ${open.join(' ')}`);
  return depth;
}

const NAMES =
  'div p b i a ul ol li table tr td th h1 pre blockquote script style title textarea svg iframe body head o:p x-y br img select option dd dt'.split(
    ' ',
  );
const tag = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('<', '</', '< ', '<!', '<?'),
      fc.constantFrom(...NAMES),
      fc.constantFrom('>', ' >', '/>', '', ' a=b>', ' a="', " a='>'>", '\0>', ' ="">', '=">'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '<!--',
    '-->',
    '<!-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#x3c;b&#62;',
    '&amp',
    '&#0;',
    '&#99999999;',
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '</>',
    '</p>',
    '</br>',
    '<1>',
    '</script',
    '</title >',
    '\u2028',
    '\ud800',
  ),
  fc.string({ maxLength: 6 }),
);
const piece = fc.tuple(
  fc.array(tag, { minLength: 1, maxLength: 6 }),
  fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 300 })),
);
const page = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => pieces.map(([tags, times]) => tags.join('').repeat(times)).join(''));

/** Pages that made parsers hang, or that would: each is repeated to 400,000 characters. */
const BOMBS: Readonly<Record<string, string>> = {
  'tags that nest': '<div>',
  'inline tags that nest': '<b>',
  'end tags of others': '<b></i>',
  'end tags in comments': '<b><!--</b>-->',
  'end tags in attributes': '<b><a x="</b>">',
  'end tags without a start': '</p>',
  'tags never finished': '<a href="',
  brackets: '<',
  'comments never finished': '<!--',
  'scripts never finished': '<script>',
  'lists in lists': '<ol><li>x',
  'tables in tables': '<table><tr><td>',
  attributes: '<a b=c d>',
  names: '<a1><a2><a3><a4>',
  'character references': '&#x;&amp',
  'quotes in lists': '<blockquote><ul>',
};

describe('pages', () => {
  test('whatever they are, what the parser gets is balanced, plain and not deep', () => {
    fc.assert(
      fc.property(page, (html) => {
        const tidied = tidyHtml(html);
        expect(measureDepth(tidied)).toBeLessThanOrEqual(50);
        // `<` becomes `&lt;`: nothing grows more than that.
        expect(tidied.length).toBeLessThanOrEqual(4 * html.length + 20);
        expect(tidyHtml(tidied)).toBe(tidied);
        expect(htmlToText(html)).not.toContain('\u0000<');
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(Object.entries(BOMBS))('%s to the limit of a page are read to the end', (_, part) => {
    const html = part.repeat(Math.ceil(400_000 / part.length));
    expect(measureDepth(tidyHtml(html))).toBeLessThanOrEqual(50);
    expect(htmlToText(html).length).toBeLessThan(2 * 400_000);
  });

  test('text that is too deep, in a tag left open or in a broken one is not lost', () => {
    const deep = `${'<div>'.repeat(400)}deep${'</div>'.repeat(400)}<p>after</p>`;
    expect(htmlToText(deep).trim().split(/\s+/)).toEqual(['deep', 'after']);
    expect(htmlToText('<p>one<p>two <b>bold<p>three').split(/\n+/)).toEqual(['one', 'two bold', 'three']);
    expect(htmlToText('2 <3 and 4 < 5 <b>x</b> a<b')).toBe('2 <3 and 4 < 5 x a');
    expect(htmlToText('<ul><li>one<li>two</ul>end').trim().split(/\n+/)).toEqual(['one', 'two', 'end']);
    expect(htmlToText('<title>A &amp; B <b></title><p>text')).toContain('A & B <b>');
    expect(htmlToText('<p>a<script>if (a < b) "</p>"</script >b<style>p{}</style>c</p>')).toBe('abc');
    expect(htmlToText('<p>a</p><!-- <p>not</p> --><p title="a > b" x=\'</p>\'>b</p>').split(/\n+/)).toEqual([
      'a',
      'b',
    ]);
  });

  test('characters that are written out stay text', () => {
    expect(htmlToText('&lt;script&gt;x()&lt;/script&gt; &amp;lt;')).toBe('<script>x()</script> &lt;');
  });
});
