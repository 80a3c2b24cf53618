import { loadConfig } from '../src/config';
import { MIXES } from './articles';
import { measureGrowth, measureStories } from './growth';
import { formatTable, whole } from './report';

/** How far growth is measured. */
export interface GrowthExtent {
  /** Articles known at each step. */
  readonly sizes: readonly number[];
  /** Members of a story at each step. */
  readonly members: readonly number[];
}

/** Whether the cost of an article stays as the corpus grows, and that of a member as its story does. */
export async function reportGrowth(
  { sizes, members }: GrowthExtent,
  say: (text: string) => void,
): Promise<string> {
  const steps = await measureGrowth(sizes, loadConfig().fingerprintCacheBytes, say);
  const stories = await measureStories(members, say);
  const ms = (value: number): string => value.toFixed(2);
  return `## As the corpus grows

CPU milliseconds an article from its body to its place in the ledger, over 1,000 articles of about 420 words in chunks of 25 (${MIXES.stream.name}),
in a collection whose index, fingerprints and ledger were filled with so many by a loader; in turn with the same articles in a collection that
stays at ${whole(steps[0].known)}. The ratio is that of worker and Redis together. \`read\` counts the articles compared with whose fingerprints the worker did not
have in hand, an article. Bytes are what Redis took up for those (\`used_memory\`).

${formatTable(
  [
    'articles known',
    'worker',
    'Redis',
    'small: worker',
    'Redis',
    'ratio',
    'compared with',
    'read',
    'bytes of index, fingerprint and ledger an article',
  ],
  steps.map(({ known, cost, small, compared, read, bytes }) => [
    ...[whole(known), ms(cost.node), ms(cost.redis), ms(small.node), ms(small.redis)],
    ((cost.node + cost.redis) / (small.node + small.redis)).toFixed(2),
    ...[compared.toFixed(1), read.toFixed(1), whole(bytes)],
  ]),
)}

One story of copies of one report: CPU milliseconds for the place of a new member, and for publishing the document once. A large
story settles for longer before it is published, 100 times \`PUBLISH_DEBOUNCE\` at 5,000 members, so a document is not built for each.

${formatTable(
  ['members', 'joining: worker', 'Redis', 'publishing: worker', 'Redis'],
  stories.map(({ members: size, joining, publishing }) => [
    ...[whole(size), ms(joining.node), ms(joining.redis), ms(publishing.node), ms(publishing.redis)],
  ]),
)}
`;
}
