import { createPacked } from '../../src/matching/packed-fingerprint';
import { FingerprintCache, type KnownFingerprint } from '../../src/pipeline/fingerprint-cache';

const BYTES = 1_600;

function entry(ordinal: number, revision: number): KnownFingerprint {
  const fingerprint = createPacked((BYTES - 64) / 4);
  fingerprint.whole.fill(ordinal);
  fingerprint.reals.fill(revision);
  return { ordinal, revision, fingerprint };
}

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
    const cache = new FingerprintCache(held * (BYTES + 400));
    for (let ordinal = 0; ordinal < 1_000; ordinal++) {
      cache.set('a', entry(ordinal, 1));
      expect(cache.get('a', 0)).toEqual(entry(0, 1));
    }
    const kept = Array.from({ length: 1_000 }, (_, ordinal) => cache.get('a', ordinal)).filter(Boolean);
    expect(kept.length).toBeGreaterThanOrEqual(held / 2);
    expect(kept.length).toBeLessThanOrEqual(held + 1);
  });
});
