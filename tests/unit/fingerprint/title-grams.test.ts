import fc from 'fast-check';
import { hashTitleGrams } from '../../../src/fingerprint/title-grams';
import { foldText } from '../../../src/text/fold';

const titles = fc.oneof(fc.string({ maxLength: 90 }), fc.lorem({ maxCount: 12 })).map(foldText);

const share = (a: string, b: string): number => {
  const [own, other] = [new Set(hashTitleGrams(a)), hashTitleGrams(b)];
  return other.filter((gram) => own.has(gram)).length / Math.max(own.size, other.length);
};

describe('grams of a title', () => {
  it('ascend without repeats, at most one for each letter', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const grams = hashTitleGrams(title);
        expect(grams.every((gram, i) => i === 0 || gram > grams[i - 1])).toBe(true);
        expect(grams.length).toBeLessThanOrEqual(title.length);
      }),
    );
  });

  it('are the same whatever order the words stand in', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const turned = title.split(' ').reverse().join(' ');
        expect(hashTitleGrams(turned)).toEqual(hashTitleGrams(title));
      }),
    );
  });

  it('are not those of a title read later', () => {
    const first = hashTitleGrams('talks on the harbour end');
    const copy = first.slice();
    hashTitleGrams(`a longer title ${'with many words '.repeat(120)}`);
    expect(first).toEqual(copy);
  });

  it('are mostly shared by inflected words and by spellings of a name', () => {
    expect(share('flood closes harbour', 'floods close harbours')).toBeGreaterThan(0.5);
    expect(share('kazemi meets zelensky', 'kadhimi meets zelenskyy')).toBe(1);
    expect(share('flood closes harbour', 'minister opens budget')).toBeLessThan(0.1);
  });

  it('are none of a title without a word of two letters', () => {
    expect(hashTitleGrams('')).toHaveLength(0);
    expect(hashTitleGrams('a b')).toHaveLength(0);
  });
});
