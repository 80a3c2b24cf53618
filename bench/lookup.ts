import {
  describeFound,
  type Lookup,
  type LookupCost,
  makeArticles,
  measureInTurn,
  ROUNDS,
  timeEach,
} from './lookup-rounds';
import { measureOwnLookup } from './own-lookup';
import { type LoadPeer, runPython } from './peer-packages';
import { type NpmMinhash, npmMinhash, PYTHON_SIGN, VALUES } from './peers';

/** Times entering and looking up, of our index and of others that are to be had, on the same 6,000 texts. */
export async function measureLookup(load: LoadPeer): Promise<LookupCost[]> {
  const articles = makeArticles();
  const own = await measureOwnLookup(articles);
  const texts = articles.map(({ text }) => text);
  return [...own, ...(await npmLookups(load, texts)), ...pythonLookups(texts)];
}

/** Its default of four rows a band, and two, which is what finds cut copies. */
async function npmLookups(load: LoadPeer, texts: readonly string[]): Promise<LookupCost[]> {
  const rows = [4, 2];
  const nameOf = (size: number): string =>
    `npm minhash 0.0.9: LshIndex, ${VALUES / size} bands of ${size}${size === 4 ? ', its default' : ''}`;
  const [sign, found] = [npmMinhash(load), load<NpmMinhash>('minhash')];
  if (!sign || !found) return rows.map((size) => ({ name: nameOf(size) }));
  const signatures = texts.map(sign);
  const lookUpBy =
    (bandSize: number): Lookup =>
    () => {
      const index = new found.LshIndex({ bandSize });
      for (const signature of signatures) delete signature.hashbands;
      return timeEach(signatures, (signature, place) => {
        index.insert(String(place), signature);
        return index
          .query(signature)
          .map(Number)
          .filter((other) => other !== place);
      });
    };
  return measureInTurn(rows.map((size) => [nameOf(size), lookUpBy(size)] as const));
}

const DATASKETCH = `${PYTHON_SIGN}
from datasketch import MinHashLSH
signatures = [sign(text) for text in json.load(sys.stdin)]
out = []
for options in [{}, {'params': (${VALUES / 2}, 2)}]:
    costs = []
    for _ in range(${ROUNDS}):
        lsh, found = MinHashLSH(num_perm=${VALUES}, **options), []
        start = time.process_time()
        for place, signature in enumerate(signatures):
            lsh.insert(place, signature)
            found.append([other for other in lsh.query(signature) if other != place])
        costs.append((time.process_time() - start) * 1e6 / len(signatures))
    out.append({'us': sorted(costs)[len(costs) // 2], 'found': found})
print(json.dumps(out))
`;

/** Python's, where an interpreter that has it is on this machine. */
function pythonLookups(texts: readonly string[]): LookupCost[] {
  const names = ['its default threshold of .9', `${VALUES / 2} bands of 2`];
  const measured = runPython<Awaited<ReturnType<Lookup>>[]>(DATASKETCH, texts);
  return names.map((options, i) => ({
    name: `Python datasketch: MinHashLSH, ${options}`,
    ...(measured && { us: measured[i].us, ...describeFound(measured[i].found) }),
  }));
}
