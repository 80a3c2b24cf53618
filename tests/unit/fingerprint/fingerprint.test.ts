import fc from 'fast-check';
import type { Article } from '../../../src/article';
import { decodeFingerprint, encodeFingerprint, roundFingerprint } from '../../../src/fingerprint/codec';
import { type Fingerprint, fingerprintArticle, observeArticle } from '../../../src/fingerprint/fingerprint';
import { indexKeys } from '../../../src/fingerprint/index-keys';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { decodePacked } from '../../../src/matching/decode-packed';
import { packFingerprint } from '../../../src/matching/packed-fingerprint';
import { cleanArticle } from '../../../src/text/clean-article';

const fingerprint = (fields: Partial<Article>, statistics = new TermStatistics()): Fingerprint => {
  const article: Article = {
    id: 'a',
    collection: 'default',
    revision: 1,
    title: '',
    source: { name: 'Harbour Post' },
    receivedAtMs: 0,
    status: 'usable',
    ...fields,
  };
  const clean = cleanArticle(article, () => 'en');
  observeArticle(clean, statistics);
  return fingerprintArticle(article, clean, statistics);
};

const REPORT =
  'The old pier of Brackwater closed on Monday after a storm broke 14 of its posts. Mayor Ann Vale said that repairs ' +
  'would cost 2.5 million crowns and take until May. Fishermen moored their boats in Selby instead.';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.lorem({ maxCount: 120 }));

describe('fingerprintArticle', () => {
  it('finds names by their capitals, not the first words of sentences, weekdays or months', () => {
    expect(fingerprint({ text: REPORT }).names.hashes).toHaveLength(4);
  });

  it('takes a quarter for a name, which results of one company in two quarters do not share', () => {
    const [second, third] = ['second', 'third'].map(
      (quarter) =>
        fingerprint({ text: `On Monday Lindqvist Marine told of its ${quarter}-quarter profit.` }).names,
    );
    expect([second.hashes.length, third.hashes.length]).toEqual([3, 3]);
    expect([...second.hashes].filter((hash) => third.hashes.includes(hash))).toHaveLength(2);
  });

  it('takes the words of a headline for what they are when there is no text', () => {
    const f = fingerprint({ title: 'Storm closes Brackwater pier' });
    expect({ tokens: f.bodyTokens, shingles: f.shingles.length, words: f.words.hashes.length }).toEqual({
      tokens: 0,
      shingles: 2,
      words: 4,
    });
  });

  it.each([
    'Zhiteli Saratova poluchili novuyu bolnitsu v pyatnitsu',
    'Zhiteli Saratova poluchili novuju bolnicu v pjatnicu',
    'Zhiteli Saratova poluchili novuiu bolnitsu v piatnitsu',
  ])('reads Russian in Latin letters as Russian: %s', (title) => {
    const { words, names, titleGrams } = fingerprint({
      title: 'Жители Саратова получили новую больницу в пятницу',
      language: 'ru',
    });
    expect(fingerprint({ title, language: 'ru-Latn' })).toMatchObject({ words, names, titleGrams });
  });

  it('leaves names in Latin letters alone where the text is Cyrillic', () => {
    const russian = fingerprint({
      title: 'Завод Selby закрыт',
      text: 'Рабочие Selby ищут место.',
      language: 'ru',
    });
    const english = fingerprint({ title: 'The Selby plant', language: 'en' });
    expect(english.names.hashes.some((hash) => russian.names.hashes.includes(hash))).toBe(true);
  });

  it('gives the same fingerprint for the same article', () => {
    expect(encodeFingerprint(fingerprint({ text: REPORT }))).toEqual(
      encodeFingerprint(fingerprint({ text: REPORT })),
    );
  });

  it('learns the sentences an outlet repeats, and leaves them out', () => {
    const statistics = new TermStatistics();
    const appeal =
      'If you value reporting from the harbour towns then tell your neighbours about this paper.';
    const report = (i: number): string =>
      `Road ${i} was mended. It had ${i} holes. The council of ward ${i} paid. Work took ${i + 2} days.\n${appeal}`;
    const source = { name: 'Harbour Post' };
    const early = fingerprint({ text: report(1), source }, statistics);
    for (let i = 2; i < 9; i++) fingerprint({ text: report(i), source }, statistics);
    const late = fingerprint({ text: report(9), source }, statistics);
    const elsewhere = fingerprint({ text: report(9), source: { name: 'Selby News' } }, statistics);
    expect(elsewhere.bodyTokens).toBe(early.bodyTokens);
    expect(late.bodyTokens).toBe(early.bodyTokens - 15);
  });

  it('weighs words that every article has less', () => {
    const statistics = new TermStatistics();
    const first = fingerprint({ text: 'pier storm' }, statistics);
    for (let i = 0; i < 200; i++) fingerprint({ text: 'pier' }, statistics);
    const later = fingerprint({ text: 'pier storm' }, statistics);
    const spread = (f: Fingerprint): number => Math.max(...f.words.weights) / Math.min(...f.words.weights);
    expect(spread(first)).toBeCloseTo(1);
    expect(spread(later)).toBeGreaterThan(3);
  });

  it.each([
    ['a megabyte of one word', { text: 'word '.repeat(200_000) }],
    ['a megabyte of distinct words', { text: Array.from({ length: 120_000 }, (_, i) => `w${i}x`).join(' ') }],
    ['a megabyte of tags', { html: '<div>'.repeat(200_000) }],
    ['a megabyte of Han', { text: '閉駅雨海'.repeat(250_000) }],
    ['numbers only', { text: Array.from({ length: 50_000 }, (_, i) => i).join(' ') }],
    ['a title of 100 kB', { title: 'Pier '.repeat(20_000) }],
    ['lone surrogates', { title: '\ud800\udc00\ud800', text: '\udfff\ud800 a\0b' }],
    ['nothing', {}],
  ])('stays small on %s', (_, fields) => {
    const f = fingerprint(fields);
    expect(encodeFingerprint(f).length).toBeLessThan(1_800);
    expect(indexKeys(f).length).toBeLessThanOrEqual(64);
  });
});

describe('the codec', () => {
  it('gives back what was encoded, and what it gives back stays', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.option(fc.integer({ min: 0, max: 4e12 })), (title, text, at) => {
        const f = fingerprint({ title, text, ...(at === null ? {} : { publishedAtMs: at }) });
        const read = roundFingerprint(f);
        expect(read.shingles).toEqual(f.shingles);
        expect(read.words.hashes).toEqual(f.words.hashes);
        expect(read.words.flags).toEqual(f.words.flags);
        expect(read.publishedAtMs).toEqual(f.publishedAtMs);
        expect(read.language).toBe(f.language);
        read.words.weights.forEach((w, i) => expect(Math.abs(w - f.words.weights[i])).toBeLessThan(0.02));
        expect(roundFingerprint(read)).toEqual(read);
        const bytes = encodeFingerprint(f);
        expect(read).toEqual(decodeFingerprint(bytes));
        expect(decodePacked(bytes)).toEqual(packFingerprint(read));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['decodeFingerprint', decodeFingerprint],
    ['decodePacked', decodePacked],
  ])('refuses another version, cut and overlong buffers in %s', (_, decode) => {
    const bytes = encodeFingerprint(fingerprint({ title: 'Pier closes', text: REPORT }));
    expect(() => decode(Buffer.concat([Buffer.from([99]), bytes.subarray(1)]))).toThrow(/version 99/);
    expect(() => decode(Buffer.concat([bytes, Buffer.from([0])]))).toThrow(RangeError);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decode(bytes.subarray(0, length))).toThrow(RangeError);
    }
  });
});

describe('indexKeys', () => {
  const shared = (a: Fingerprint, b: Fingerprint): number => {
    const known = new Set(indexKeys(a).map(({ key }) => key));
    return indexKeys(b).filter(({ key }) => known.has(key)).length;
  };

  it('shares keys between a report and its extension, hardly with another report', () => {
    const report = fingerprint({ text: REPORT });
    const extended = fingerprint({
      text: `${REPORT} The council meets on Friday to hear what the harbour master found.`,
    });
    const other = fingerprint({
      text: 'A quartet from Lund won the chamber music prize with two works by young composers.',
    });
    expect(shared(report, extended)).toBeGreaterThan(20);
    expect(shared(report, other)).toBeLessThanOrEqual(1);
  });

  it('shares keys across languages by names, numbers and concepts', () => {
    const english = fingerprint({ title: 'Earthquake in Brackwater kills 14', language: 'en' });
    const spanish = fingerprint({ title: 'Terremoto en Brackwater mata a 14', language: 'es' });
    expect(shared(english, spanish)).toBeGreaterThanOrEqual(4);
  });
});
