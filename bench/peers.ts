import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchArticle } from './articles';
import { requireBuilt } from './built';
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
const VALUES = 128;
const ROUNDS = 5;

const PACKAGES = { minhash: '0.0.9', 'bloom-filters': '3.0.4' } as const;

type Sketcher = (text: string) => unknown;

/** The packages of others, installed into a folder that is gone afterwards: nothing of the service depends on them. */
export function measurePeers(articles: readonly BenchArticle[]): PeerCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'sf-peers-'));
  try {
    const sketchers: [string, Sketcher | undefined][] = [
      ['Storyfold: scan, fold, 3-grams, sketch of 128', ownSketcher()],
      ['npm minhash 0.0.9: 128 permutations', npmMinhash(folder)],
      ['npm bloom-filters 3.0.4: MinHash, 128 functions', npmBloomFilters(folder)],
    ];
    const costs = measureInTurn(
      sketchers,
      articles.map(({ text }) => text),
    );
    return [...costs, datasketch(articles)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

interface NpmMinhash {
  readonly Minhash: new (options: { numPerm: number }) => { update(shingle: string): void };
}

function npmMinhash(folder: string): Sketcher | undefined {
  const found = install<NpmMinhash>(folder, 'minhash');
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

function npmBloomFilters(folder: string): Sketcher | undefined {
  const found = install<NpmBloomFilters>(folder, 'bloom-filters');
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

function install<T>(folder: string, name: keyof typeof PACKAGES): T | undefined {
  try {
    const wanted = `${name}@${PACKAGES[name]}`;
    const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    execFileSync('npm', ['install', ...options, wanted], { stdio: 'ignore', timeout: 60_000 });
    return createRequire(join(folder, 'package.json'))(name) as T;
  } catch {
    return undefined;
  }
}

const DATASKETCH = `
import json, re, sys, time
from datasketch import MinHash
texts = json.load(sys.stdin)
costs = []
for text in texts:
    start = time.process_time()
    words = re.findall(r'\\w+', text.lower())
    m = MinHash(num_perm=${VALUES})
    m.update_batch([' '.join(words[i:i+${SHINGLE}]).encode() for i in range(len(words) - ${SHINGLE - 1})])
    costs.append((time.process_time() - start) * 1e6)
print(sorted(costs)[len(costs) // 2])
`;

/** Python's, where an interpreter that has it is on this machine. */
function datasketch(articles: readonly BenchArticle[]): PeerCost {
  const name = 'Python datasketch: MinHash(num_perm=128), update_batch';
  try {
    const input = JSON.stringify(articles.map(({ text }) => text));
    const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'ignore'];
    return {
      name,
      us: Number(
        execFileSync('python3', ['-c', DATASKETCH], { input, stdio, encoding: 'utf8', timeout: 60_000 }),
      ),
    };
  } catch {
    return { name };
  }
}
