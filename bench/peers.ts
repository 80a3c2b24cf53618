import type { BenchArticle } from './articles';
import { requireBuilt } from './built';
import { type LoadPeer, runPython } from './peer-packages';
import { median } from './report';

const { hashString }: typeof import('../src/text/hash') = requireBuilt('./text/hash');
const { createTokenBuffer, scanTokens }: typeof import('../src/text/tokens') = requireBuilt('./text/tokens');
const { sketchShingles }: typeof import('../src/fingerprint/sketch') = requireBuilt('./fingerprint/sketch');

/** What one library takes for one article. */
export interface PeerCost {
  readonly name: string;
  /** Median CPU microseconds from the raw text to what texts are compared by; absent where the library is not to be had. */
  readonly us?: number;
}

/** The parameters that all are given: word 3-grams, 128 values kept. */
const SHINGLE = 3;
export const VALUES = 128;
const ROUNDS = 5;

type Sketcher = (text: string) => unknown;

/** Times every library that is to be had on the same texts. */
export function measurePeers(articles: readonly BenchArticle[], load: LoadPeer): PeerCost[] {
  const sketchers: [string, Sketcher | undefined][] = [
    ['Storyfold: scan, fold, 3-grams, sketch of 128', ownSketcher()],
    ['npm minhash 0.0.9: 128 permutations', npmMinhash(load)],
    ['npm bloom-filters 3.0.4: MinHash, 128 functions', npmBloomFilters(load)],
  ];
  const texts = articles.map(({ text }) => text);
  const name = 'Python datasketch: MinHash(num_perm=128), update_batch';
  return [...measureInTurn(sketchers, texts), { name, us: runPython<number>(DATASKETCH, texts) }];
}

/** Every library in turn, round after round, so that all meet the machine as it is. The first round warms up. */
function measureInTurn(
  sketchers: readonly (readonly [string, Sketcher | undefined])[],
  texts: readonly string[],
): PeerCost[] {
  const measured = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, sketch] of sketchers) {
      if (!sketch) continue;
      const before = process.cpuUsage();
      for (const text of texts) sketch(text);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) measured.set(name, [...(measured.get(name) ?? []), (user + system) / texts.length]);
    }
  }
  return sketchers.map(([name]) => {
    const all = measured.get(name);
    return all ? { name, us: median(all) } : { name };
  });
}

function ownSketcher(): Sketcher {
  const buffer = createTokenBuffer();
  return (text) => {
    buffer.count = 0;
    scanTokens(text, buffer);
    return sketchShingles(buffer.hashes, buffer.count);
  };
}

/** Words as these libraries' examples split them, and their 3-grams as strings. */
function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(SHINGLE - 1).map((_, i) => words.slice(i, i + SHINGLE).join(' ')));
}

/** A signature of this package. Its index keeps the bands with it. */
export interface NpmSignature {
  hashbands?: string[];
}

/** What is used of the package. */
export interface NpmMinhash {
  readonly Minhash: new (options: { numPerm: number }) => NpmSignature & { update(shingle: string): void };
  readonly LshIndex: new (options: {
    bandSize: number;
  }) => {
    insert(key: string, signature: NpmSignature): void;
    query(signature: NpmSignature): string[];
  };
}

/** Signs texts by that package. */
export function npmMinhash(load: LoadPeer): ((text: string) => NpmSignature) | undefined {
  const found = load<NpmMinhash>('minhash');
  return (
    found &&
    ((text) => {
      const hash = new found.Minhash({ numPerm: VALUES });
      for (const shingle of shinglesOf(text)) hash.update(shingle);
      return hash;
    })
  );
}

interface NpmBloomFilters {
  readonly MinHashFactory: new (
    functions: number,
    most: number,
  ) => { create(): { bulkLoad(values: number[]): void } };
}

function npmBloomFilters(load: LoadPeer): Sketcher | undefined {
  const found = load<NpmBloomFilters>('bloom-filters');
  // It takes numbers, so the 3-grams are hashed for it; and values up to 2^24, as the service's own.
  const factory = found && new found.MinHashFactory(VALUES, 2 ** 24);
  return (
    factory &&
    ((text) => {
      const hash = factory.create();
      hash.bulkLoad([...shinglesOf(text)].map((shingle) => hashString(shingle) >>> 8));
      return hash;
    })
  );
}

/** Python's way of the same; `lookup.ts` goes on from it. */
export const PYTHON_SIGN = `
import json, re, sys, time
from datasketch import MinHash
def sign(text):
    words = re.findall(r'\\w+', text.lower())
    m = MinHash(num_perm=${VALUES})
    m.update_batch([' '.join(words[i:i+${SHINGLE}]).encode() for i in range(len(words) - ${SHINGLE - 1})])
    return m
`;

const DATASKETCH = `${PYTHON_SIGN}
costs = []
for text in json.load(sys.stdin):
    start = time.process_time()
    sign(text)
    costs.append((time.process_time() - start) * 1e6)
print(sorted(costs)[len(costs) // 2])
`;
