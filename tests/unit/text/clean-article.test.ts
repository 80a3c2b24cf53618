import fc from 'fast-check';
import type { Article } from '../../../src/article';
import { cleanArticle } from '../../../src/text/clean-article';

const english = (): string => 'en';

const article = (fields: Partial<Article>): Article => ({
  id: 'a',
  collection: 'default',
  revision: 1,
  title: '',
  source: { name: 'Harbour Post' },
  receivedAtMs: 0,
  status: 'usable',
  ...fields,
});

const clean = (fields: Partial<Article>) => cleanArticle(article(fields), english);
const texts = (fields: Partial<Article>): string[] => clean(fields).sentences.map(({ text }) => text);

describe('cleanArticle', () => {
  it('keeps sentences as written, with their paragraph', () => {
    expect(clean({ text: 'The pier closed. Mr. Vale said so.\n\nIt reopens in May.' }).sentences).toEqual([
      { text: 'The pier closed.', paragraph: 0 },
      { text: 'Mr. Vale said so.', paragraph: 0 },
      { text: 'It reopens in May.', paragraph: 1 },
    ]);
  });

  it.each([
    ['OSLO (Reuters) - The pier closed.', 'OSLO', 'Reuters'],
    ['Oslo / Harbour Wire\n\nThe pier closed.', 'Oslo', 'Harbour Wire'],
    [
      'Harbour Wire / The pier closed on Monday after the storm had broken its posts.',
      undefined,
      'Harbour Wire',
    ],
    ['OSLO, Sept 25 — The pier closed.', 'OSLO, Sept 25', undefined],
    ['NORFOLK, Va. (Reuters) - The pier closed.', 'NORFOLK, Va.', 'Reuters'],
    ['WINSTON-SALEM, N.C. (AP) — The pier closed.', 'WINSTON-SALEM, N.C.', 'AP'],
    ['The pier closed. It was old.\n(AFP)', undefined, 'AFP'],
    ['The pier closed (see page 4) - and nobody minded.', undefined, undefined],
  ])('reads dateline and credit of %j', (text, dateline, credit) => {
    const { dateline: foundDateline, credit: foundCredit } = clean({ text });
    expect({ dateline: foundDateline, credit: foundCredit }).toEqual({ dateline, credit });
  });

  it.each([
    'Share this article with your friends',
    'Sign up for our daily newsletter and never miss a story',
    'Read more: ten piers worth a visit',
    'Advertisement',
    'By Ann Vale and Tom Reed',
    'Copyright 2020 Harbour Post',
    'All rights reserved.',
    'Link to comment',
    '•  •  •',
    'Updated 5 May 2020 10:15',
    'Follow us on Twitter',
    'Accept all cookies',
    'https://harbour.example/pier',
    '• Like 4',
    '  •  Thanks 2',
    '09-25-2020 09:18 AM',
    'image.php?token=29c7&size=',
    'views.png 1226',
    'You can post now and register later.',
    'If you have an account, sign in now to post with your account.',
    '× Paste as plain text instead',
    'Home',
    'Got a story for us about this article?',
    'Let us know.',
    'Subscribe today to read every page of the Harbour Post on your telephone, tablet and kitchen table.',
    'These pages may not be reproduced, broadcast or redistributed.',
    'Enlarge this image',
    'Want the best of the Harbour Post in your inbox?',
    'Tom Reed and the Coast Agency contributed to this report.',
    'Report 14-B on the pier: 4120 times read',
    'Editing date 3 May',
  ])('drops the furniture %j', (line) => {
    expect(texts({ text: `${line}\nThe pier closed on Monday.` })).toEqual(['The pier closed on Monday.']);
  });

  it('drops furniture behind a dateline too', () => {
    expect(texts({ text: 'OSLO (Reuters) - Advertisement\n\nThe pier closed on Monday.' })).toEqual([
      'The pier closed on Monday.',
    ]);
  });

  it.each([
    'Share prices fell by four percent after the pier had closed and investors asked for their money back.',
    'By Monday the pier had closed. It stays closed.',
    'Reading more than one book a week is rare.',
    'If you have an idea, tell the council. Home is where the pier is.',
    '– The pier closed on Monday.',
    'Likes 40 of its visitors had given the pier were counted.',
    'Rust contributed to the collapse of the pier.',
    'The inquiry into the collapse of the pier on Monday was in the week that followed 4120 times read',
    'contributed reporting',
    'Minutes of the inquiry may not be published before Monday, the judge said.',
    'Let us know when the pier is open, the harbour master had said.',
  ])('keeps the sentence %j', (line) => {
    expect(texts({ text: line }).join(' ')).toBe(line);
  });

  it('reads HTML without scripts, navigation and footers', () => {
    const html =
      '<nav>Home News</nav><h1>Pier closes</h1><p>The pier <b>closed</b> on Monday.</p><script>x()</script>';
    expect(texts({ html, title: 'Pier closes' })).toEqual(['The pier closed on Monday.']);
  });

  it.each([
    ['a menu', '<div class="x"><a href="/">Home</a> <a href="/w">World</a></div>'],
    [
      'a list of other stories',
      '<ul><li><a href="/a"><b>Ten piers</b> worth a visit</a></li><li><a href="/b">Piers</a></li></ul>',
    ],
    ['a link around blocks', '<a href="/a"><div>Pier news</div><div>Now in colour</div></a>'],
  ])('leaves out %s', (_, html) => {
    expect(texts({ html: `${html}<p>The pier closed on Monday.</p>` })).toEqual([
      'The pier closed on Monday.',
    ]);
  });

  it('keeps the text of links in sentences, and sentences that are links', () => {
    const html =
      '<p>The <a href="/p">pier</a> <a href="/c">closed</a></p><p><a href="/q">It reopens in May.</a></p><p>\ue000Rain fell</p>';
    expect(texts({ html })).toEqual(['The pier closed', 'It reopens in May.', 'Rain fell']);
  });

  it('keeps the cells of a table apart, and takes the marks off points and quotations', () => {
    const html =
      '<table><tr><th>Quay</th><th>Homes</th></tr><tr><td>North quay</td><td>210</td></tr></table><hr>' +
      '<ul><li>Schools stay closed<ul><li>Until Friday</li></ul></li></ul><blockquote><p>It was loud.</p></blockquote>';
    expect(texts({ html })).toEqual([
      ...['Quay Homes', 'North quay 210', 'Schools stay closed', 'Until Friday', 'It was loud.'],
    ]);
  });

  it('reads what stands between the tags of a page nested without end', () => {
    expect(texts({ html: `${'<div>'.repeat(5_000)}The pier closed.<p>It rains.` })).toEqual([
      'The pier closed.',
      'It rains.',
    ]);
  });

  it('takes the outlet off the title, and believes the language it is told', () => {
    const { title, language } = clean({ title: 'Pier closes after storm | Harbour Post', language: 'de-AT' });
    expect({ title, language }).toEqual({ title: 'Pier closes after storm', language: 'de' });
  });

  it('changes nothing when it cleans its own result', () => {
    const line = fc.constantFrom(
      ...[
        'OSLO (Reuters) - The pier closed.',
        'Share this',
        'It rains.',
        'Oslo / Harbour Wire',
        '(AFP)',
        'By Ann Vale',
      ],
      ...['The U.S. won. They said "no." So be it!', '雨が降る。駅は閉まった。', 'A'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const join = (input: string): string => {
          const { sentences } = clean({ text: input });
          return sentences.map(({ text }) => text).join('\n');
        };
        let once = join(lines.join('\n'));
        for (let i = 0; i < lines.length; i++) once = join(once);
        expect(join(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['a megabyte of open tags', { html: '<div>'.repeat(200_000) }],
    ['a megabyte without a break', { text: 'x'.repeat(1_000_000) }],
    ['a megabyte of full stops', { text: '. '.repeat(500_000) }],
    ['a megabyte of slashes and brackets', { text: 'A / ( '.repeat(170_000) }],
    ['lone surrogates and nulls', { text: '\ud800\0 \udfff. \0' }],
  ])('stays bounded on %s', (_, fields) => {
    const { sentences } = clean(fields);
    const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeLessThanOrEqual(120_000);
  });
});
