import fc from 'fast-check';
import { heaviest } from '../../../src/fingerprint/index-keys';

test('the heaviest terms are those that sorting all of them puts first', () => {
  const lists = fc.array(fc.nat(8), { maxLength: 60 });
  fc.assert(
    fc.property(lists, fc.nat(40), (list, limit) => {
      const weights = Float32Array.from(list);
      const places = [...list.keys()].sort((a, b) => weights[b] - weights[a] || a - b);
      expect(heaviest({ weights }, limit)).toEqual(places.slice(0, limit));
    }),
  );
});
