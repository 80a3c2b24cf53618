import fc from 'fast-check';
import { IN_LEAD, IN_TITLE } from '../../../src/fingerprint/analysis';
import { createVector, type TermVector } from '../../../src/fingerprint/fingerprint';
import { ComparedHashes, ComparedTerms, createOverlap, type Overlap } from '../../../src/matching/overlap';
import { ROOT_WEIGHTS, TERM_BITS } from '../../../src/matching/packed-fingerprint';

/** A term as it is packed: few hashes, so that lists share some, some of which want the same place in a table. */
const term = fc.record({
  hash: fc.nat(300).map((n) => n * 64 + (n % 3)),
  level: fc.integer({ min: 1, max: 63 }),
  flags: fc.nat(3),
});
const terms = fc.uniqueArray(term, { maxLength: 96, selector: ({ hash }) => hash }).map((list) => {
  const sorted = list.toSorted((a, b) => a.hash - b.hash);
  return Uint32Array.from(sorted, ({ hash, level, flags }) => (hash << TERM_BITS) | (level << 2) | flags);
});

const toVector = (whole: Uint32Array): TermVector =>
  createVector(
    whole.map((one) => one >>> TERM_BITS),
    Float32Array.from(whole, (one) => ROOT_WEIGHTS[(one >>> 2) & 63]),
    Uint8Array.from(whole, (one) => one & 3),
  );

/** The same sums, term by term as they are defined. */
function overlapPlainly(a: TermVector, b: TermVector): Overlap {
  const out = createOverlap();
  b.hashes.forEach((hash, j) => {
    const i = a.hashes.indexOf(hash);
    if (i < 0) return;
    const [wa, wb, fa, fb] = [a.weights[i], b.weights[j], a.flags[i], b.flags[j]];
    out.dot += wa * wb;
    out.shared += Math.min(wa, wb);
    out.largest = Math.max(out.largest, Math.min(wa, wb));
    out.titleHeld += fa & IN_TITLE ? wa * wa : 0;
    out.titleHeld += fb & IN_TITLE ? wb * wb : 0;
    out.titleDot += fa & fb & IN_TITLE ? wa * wb : 0;
    out.leadDot += fa & fb & IN_LEAD ? wa * wb : 0;
  });
  return out;
}

describe('ComparedTerms', () => {
  it('sums as the plain definition does, to the last bit, also where it was used before', () => {
    const compared = new ComparedTerms(ROOT_WEIGHTS);
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const out = createOverlap();
        compared.load(a, 0, a.length);
        compared.overlap(b, 0, b.length, out);
        expect(out).toEqual(overlapPlainly(toVector(a), toVector(b)));
      }),
    );
  });
});

describe('ComparedHashes', () => {
  it('counts as looking through both lists does', () => {
    const compared = new ComparedHashes();
    const hashes = fc
      .uniqueArray(fc.oneof(fc.nat(200), fc.integer({ min: 0xffffff00, max: 0xffffffff })), {
        maxLength: 150,
      })
      .map((list) => Uint32Array.from(list).sort());
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        compared.load(a, 0, a.length);
        const known = new Set(a);
        expect(compared.countShared(b, 0, b.length)).toBe(b.filter((hash) => known.has(hash)).length);
      }),
    );
  });
});
