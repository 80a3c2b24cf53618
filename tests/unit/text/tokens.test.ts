import fc from 'fast-check';
import { CAPITAL, createTokenBuffer, DIGITS, FIRST, MAX_TOKENS, scanTokens } from '../../../src/text/tokens';

const scan = (text: string) => {
  const buffer = createTokenBuffer();
  scanTokens(text, buffer);
  return Array.from({ length: buffer.count }, (_, i) => ({
    word: text.slice(buffer.starts[i], buffer.ends[i]),
    hash: buffer.hashes[i],
    kind: buffer.kinds[i],
  }));
};

describe('scanTokens', () => {
  it.each([
    ['Two words', ['Two', 'words']],
    ["Iran's team", ['Iran', 'team']],
    ['co-operate', ['co', 'operate']],
    ['a 4.5 million, 1,200 in 2020.', ['4.5', 'million', '1,200', 'in', '2020']],
    ['東京都', ['東京', '京都']],
    ['', []],
    ['… — !', []],
  ])('cuts %j', (text, words) => {
    expect(scan(text).map(({ word }) => word)).toEqual(words);
  });

  it.each([
    ['Élan', 'elan'],
    ['STRASSE', 'Straße'],
    ['Москва', 'moskva'],
    ['ﬁre', 'fire'],
    ['1,200', '1200'],
  ])('gives %s and %s one hash', (a, b) => {
    expect(scan(a)[0]?.hash).toBe(scan(b)[0]?.hash);
  });

  it('marks what starts a text, capitals and numbers', () => {
    expect(scan('When Baghdad saw 25 attacks').map(({ kind }) => kind)).toEqual([
      CAPITAL | FIRST,
      CAPITAL,
      0,
      DIGITS,
      0,
    ]);
  });

  it.each([
    ['lone surrogates', '\ud800 word \udfff other'],
    ['nulls', 'word\0 other\0'],
  ])('passes over %s', (_, text) => {
    expect(scan(text).map(({ word }) => word)).toEqual(['word', 'other']);
  });

  it('reads ASCII as it reads what folds to it', () => {
    // Full-width letters and digits are folded one by one, by the way that every script takes.
    const widen = (text: string): string =>
      text.replace(/[A-Za-z0-9]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const hashes = (text: string): number[] => scan(text).map(({ hash }) => hash);
    const letters = fc.string({
      unit: fc.constantFrom(...'aBz09 -é\u0301\u4e00ß\n'.split('')),
      maxLength: 60,
    });
    fc.assert(fc.property(letters, (text) => expect(hashes(widen(text))).toEqual(hashes(text))));
  });

  it('stops reading where a text is too long', () => {
    expect(scan('ab '.repeat(MAX_TOKENS + 10))).toHaveLength(MAX_TOKENS);
  });
});
