import { seededRandom } from '../src/cli/seeded-random';
import type { Fingerprint, TermVector } from '../src/fingerprint/fingerprint';
import type { PipelineContext } from '../src/pipeline/context';
import { ledgerKeys } from '../src/store/keys';
import { newStoryId } from '../src/store/story-id';
import { generateArticles, MIXES } from './articles';
import { requireBuilt } from './built';

const { analyseArticle }: typeof import('../src/pipeline/analyse') = requireBuilt('./pipeline/analyse');
const { createVector }: typeof import('../src/fingerprint/fingerprint') =
  requireBuilt('./fingerprint/fingerprint');
const { roundFingerprint }: typeof import('../src/fingerprint/codec') = requireBuilt('./fingerprint/codec');
const { packFingerprint }: typeof import('../src/matching/packed-fingerprint') = requireBuilt(
  './matching/packed-fingerprint',
);
const { indexKeys }: typeof import('../src/fingerprint/index-keys') =
  requireBuilt('./fingerprint/index-keys');
const { commitChanges }: typeof import('../src/store/commit') = requireBuilt('./store/commit');
const { storeFingerprints }: typeof import('../src/store/fingerprints') =
  requireBuilt('./store/fingerprints');
const { insertPostings }: typeof import('../src/store/postings') = requireBuilt('./store/postings');

/** Articles whose texts are really written and fingerprinted; the others are mixed from them. */
const WRITTEN = 1_000;
const CHUNK = 100;

/** Shares of what is mixed, as in `MIXES.stream`. */
const { reprints, rewrites = 0, hot = 0 } = MIXES.stream;

/** One of the articles that fill an index, with the number of its story. */
interface Filler {
  readonly fingerprint: Fingerprint;
  readonly story: string;
}

/**
 * Fills index, fingerprints and ledger as if so many articles had come, through the code that stores them, without their texts: what an
 * article of a stream costs later depends on nothing else. A fresh story has half the words of two others and shingles of its own;
 * a copy has two thirds of another's shingles, a rewrite half of them.
 */
export class Corpus {
  private readonly random = seededRandom(11);
  private written: Fingerprint[] = [];
  private readonly recent: Filler[] = [];
  private common?: Filler;
  private salt = 0;

  constructor(
    private readonly context: PipelineContext,
    private readonly collection: string,
  ) {}

  /** Adds articles. */
  async fill(articles: number): Promise<void> {
    if (this.written.length === 0) await this.write();
    for (let left = articles; left > 0; left -= CHUNK) await this.store(Math.min(CHUNK, left));
  }

  private async write(): Promise<void> {
    for (const posted of generateArticles(WRITTEN, MIXES.fresh, 'w', 11)) {
      const article = {
        ...posted,
        ...{ collection: this.collection, revision: 1, receivedAtMs: 0, status: 'usable' as const },
        ...{ source: { name: posted.source }, publishedAtMs: Date.parse(posted.publishedAt) },
      };
      this.written.push((await analyseArticle(this.context, article, { count: true })).fingerprint);
    }
  }

  private async store(articles: number): Promise<void> {
    const { store } = this.context;
    const last = await store.redis.incrby(ledgerKeys(this.collection).sequence, articles);
    const entries = Array.from({ length: articles }, (_, i) => ({
      ...{ ordinal: last - articles + 1 + i, revision: 1 },
      ...this.next(),
    }));
    await storeFingerprints(store, this.collection, entries);
    // As a worker has them that has taken in these articles.
    const checkedAtMs = store.clock();
    for (const { ordinal, revision, fingerprint } of entries) {
      const packed = packFingerprint(roundFingerprint(fingerprint));
      this.context.fingerprints.set(this.collection, { ordinal, revision, fingerprint: packed, checkedAtMs });
    }
    await insertPostings(
      store,
      this.collection,
      entries.map(({ ordinal, fingerprint }) => ({
        ordinal,
        keys: indexKeys(fingerprint).map(({ key }) => key),
      })),
    );
    const joinedAtMs = Math.floor(store.clock());
    await commitChanges(
      store,
      this.collection,
      entries.map(({ ordinal, story }) => ({
        puts: [{ storyId: story, member: { ordinal, revision: 1, probability: 1, joinedAtMs, edges: [] } }],
        touched: [{ storyId: story, entry: { at: joinedAtMs, in: [[ordinal, 1, 1]] }, dueAtMs: joinedAtMs }],
        ...{ reads: [], versions: [], drops: [], retired: [] },
      })),
    );
  }

  private next(): Filler {
    const filler = this.draw();
    this.recent.push(filler);
    if (this.recent.length > 400) this.recent.shift();
    return filler;
  }

  private draw(): Filler {
    const draw = this.random();
    const original = this.pick(this.recent);
    this.common ??= this.fresh();
    if (original && draw < reprints) return this.vary(original, 2 / 3);
    if (original && draw < reprints + rewrites) return this.vary(original, 1 / 2);
    if (draw > 1 - hot) return this.vary(this.common, 2 / 3);
    return this.fresh();
  }

  private fresh(): Filler {
    const [a, b] = [this.pick(this.written)!, this.pick(this.written)!];
    const salt = ++this.salt * 0x9e3779b1;
    const ownShingles = a.shingles.map((hash) => (hash ^ salt) & ((1 << (24 - a.sketchShift)) - 1)).sort();
    const fingerprint = {
      ...a,
      ...{ shingles: Uint32Array.from(new Set(ownShingles)), words: this.mix(a.words, b.words) },
      ...{ names: this.mix(a.names, b.names), numbers: this.mix(a.numbers, b.numbers) },
    };
    return { fingerprint, story: newStoryId() };
  }

  private vary({ fingerprint, story }: Filler, share: number): Filler {
    const keep = <T extends Uint32Array>(list: T): T => list.filter(() => this.random() < share) as T;
    const { words } = fingerprint;
    return { fingerprint: { ...fingerprint, shingles: keep(fingerprint.shingles), words }, story };
  }

  /** A vector of half the terms of two. */
  private mix(a: TermVector, b: TermVector): TermVector {
    const terms = new Map<number, readonly [weight: number, flag: number]>();
    for (const from of [a, b]) {
      from.hashes.forEach((hash, i) => {
        if (this.random() < 0.5) terms.set(hash, [from.weights[i], from.flags[i]]);
      });
    }
    const hashes = Uint32Array.from(terms.keys()).sort();
    const values = Array.from(hashes, (hash) => terms.get(hash)!);
    return createVector(
      hashes,
      Float32Array.from(values, ([weight]) => weight),
      Uint8Array.from(values, ([, flag]) => flag),
    );
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }
}
