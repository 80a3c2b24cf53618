import { titleOf } from '../../../src/text/html-title';

describe('titleOf', () => {
  test.each([
    ['the title it came with', { title: 'Pier closes', html: '<h1>Other</h1>' }, 'Pier closes'],
    [
      'the headline of the page',
      { html: '<title>News</title><h1 class="x">Pier <b>closes</b></h1>' },
      'Pier closes',
    ],
    [
      'the title of the page',
      { html: '<head><TITLE>Pier &amp; quay\n close</TITLE></head>' },
      'Pier & quay close',
    ],
    ['the title of a page with an empty headline', { html: '<title>Pier</title><h1> <img></h1>' }, 'Pier'],
    ['a linked headline', { html: '<h1><a href="/p">Pier closes</a></h1>' }, 'Pier closes'],
    ['nothing', { html: '<p>The pier closed.</p>' }, ''],
    ['nothing of a headline without an end', { html: `<h1>${'x'.repeat(9_000)}` }, ''],
    ['nothing without a page', {}, ''],
  ])('is %s', (_, article, title) => {
    expect(titleOf(article)).toBe(title);
  });

  test('reads a page of headlines without an end once', () => {
    expect(titleOf({ html: '<h1>'.repeat(300_000) })).toBe('');
  });
});
