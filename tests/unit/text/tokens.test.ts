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

  it('stops reading where a text is too long', () => {
    expect(scan('ab '.repeat(MAX_TOKENS + 10))).toHaveLength(MAX_TOKENS);
  });
});
