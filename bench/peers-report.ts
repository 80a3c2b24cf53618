import { generateArticles, MIXES } from './articles';
import { measureLookup } from './lookup';
import { EDIT_NAMES, type LookupCost } from './lookup-rounds';
import type { Extent, Say } from './parts';
import { withPeerPackages } from './peer-packages';
import { measurePeers, type PeerCost } from './peers';
import { formatTable, whole } from './report';

const ABSENT = 'not to be had here';

/** Speed beside that of other libraries, and what each of them finds. */
export function reportPeers(_extent: Extent, say: Say): Promise<string> {
  return withPeerPackages(async (load) => {
    say('Peers …');
    const costs = measurePeers(generateArticles(300, MIXES.fresh, 'p'), load);
    say('Peers: looking up …');
    const lookups = await measureLookup(load);
    return `## Beside other libraries

CPU time from the raw text of one article of about 420 words to what it is compared by, at the same parameters (word 3-grams, 128 values),
medians of five rounds in turn. The others' packages are installed into a temporary folder for it.

${describeCosts(costs)}

CPU time to enter such an article into an index and to look there for others, without what the table above has; medians of three rounds. 5,000 generated
texts and then 1,000 reprints of 200 of them, 200 of each kind: the share of reprints whose original was among what was found, and how many others an article found. Ours
also looks for reports in other words, by terms and names, which is where most of what it finds comes from, and keeps its index in Redis, where all workers have it. The others
look for copies, in the memory of one process; its shingles alone do the same. CPU is that of the process and of Redis.

${describeLookups(lookups)}
`;
  });
}

function describeCosts(costs: readonly PeerCost[]): string {
  const own = costs[0].us ?? Number.NaN;
  const rows = costs.map(({ name, us }) =>
    us === undefined ? [name, ABSENT, ''] : [name, `${whole(us)} µs`, `${(us / own).toFixed(1)} ×`],
  );
  return formatTable(['library', 'an article', 'of our time'], rows);
}

function describeLookups(lookups: readonly LookupCost[]): string {
  const rows = lookups.map(({ name, us, found, candidates }) =>
    us === undefined
      ? [name, ABSENT, ...EDIT_NAMES.map(() => ''), '']
      : [
          ...[name, `${whole(us)} µs`],
          ...(found ?? []).map((share) => share.toFixed(2)),
          (candidates ?? 0).toFixed(1),
        ],
  );
  return formatTable(['index', 'an article', ...EDIT_NAMES, 'others found'], rows);
}
