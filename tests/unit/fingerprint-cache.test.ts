import { bytesOf, createPacked } from '../../src/matching/packed-fingerprint';
import { FingerprintCache, type KnownFingerprint } from '../../src/pipeline/fingerprint-cache';

function entry(ordinal: number, revision: number): KnownFingerprint {
  const fingerprint = createPacked(380);
  fingerprint.whole.fill(ordinal);
  fingerprint.reals.fill(revision);
  return { ordinal, revision, fingerprint };
}

/** With what an entry costs besides its values. */
const SIZE = bytesOf(entry(0, 0).fingerprint) + 450;

describe('FingerprintCache', () => {
  it('keeps collections apart and the newest entry of an article', () => {
    const cache = new FingerprintCache();
    cache.set('a', entry(1, 1));
    cache.set('b', entry(1, 7));
    cache.set('a', entry(1, 2));
    expect(cache.get('a', 1)?.revision).toBe(2);
    expect(cache.get('b', 1)?.revision).toBe(7);
    expect(cache.get('a', 2)).toBeUndefined();
  });

  it('keeps within its bytes, and what is used longest', () => {
    const held = 100;
    const cache = new FingerprintCache(held * SIZE);
    for (let ordinal = 0; ordinal < 1_000; ordinal++) {
      cache.set('a', entry(ordinal, 1));
      expect(cache.get('a', 0)).toEqual(entry(0, 1));
    }
    const kept = Array.from({ length: 1_000 }, (_, ordinal) => cache.get('a', ordinal)).filter(Boolean);
    expect(kept).toHaveLength(held);
    expect(kept.map((one) => one?.ordinal)).toEqual([
      0,
      ...Array.from({ length: held - 1 }, (_, i) => 901 + i),
    ]);
  });

  it('counts what takes the place of another once, and nothing of a collection that was emptied', () => {
    const held = 10;
    const cache = new FingerprintCache(held * SIZE);
    for (let i = 0; i < 10_000; i++) cache.set('a', entry(i % 5, i));
    for (let ordinal = 0; ordinal < 5; ordinal++) cache.set('b', entry(ordinal, 1));
    expect(cache.get('a', 4)?.revision).toBe(9_999);
    cache.takeChanges('a', { ordinals: 'all', last: '1-0' });
    expect(cache.get('a', 4)).toBeUndefined();
    for (let ordinal = 5; ordinal < held; ordinal++) cache.set('b', entry(ordinal, 1));
    for (let ordinal = 0; ordinal < held; ordinal++) expect(cache.get('b', ordinal)).toBeDefined();
  });

  it('makes room also where all that it has was used', () => {
    const held = 30_000;
    const small = (ordinal: number): KnownFingerprint => ({
      ordinal,
      revision: 1,
      fingerprint: createPacked(12),
    });
    const cache = new FingerprintCache(held * (bytesOf(small(0).fingerprint) + 450));
    for (let ordinal = 0; ordinal < held; ordinal++) cache.set('a', small(ordinal));
    for (let ordinal = 0; ordinal < held; ordinal++) cache.get('a', ordinal);
    cache.set('a', small(held));
    expect(cache.get('a', held)).toBeDefined();
    const gone = Array.from({ length: held }, (_, ordinal) => ordinal).filter((n) => !cache.get('a', n));
    expect(gone).toHaveLength(1);
  });
});
