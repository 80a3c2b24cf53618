import { loadConfig } from '../src/config';
import { MIXES } from './articles';
import { measureGrowth } from './growth';
import { KNOWN, measureStories, measureSubjects, type StoryStep } from './large-stories';
import type { Cost } from './pipeline-cost';
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
  const subjects = await measureSubjects(members, say);
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

Stories of one report that many outlets print, a third of them cut by a seventh and a third with a sentence more, all in one collection with ${whole(KNOWN)} other
articles, measured in turn after all were filled: medians of eight rounds of 24 new members, and of three documents. CPU milliseconds for the
place of a new member, where a job has 25 of the story and where it has two, and for publishing the document once: in a worker that has the
story in hand, and in one that has to read all of its members. A large story settles for longer before it is published, 100 times
\`PUBLISH_DEBOUNCE\` at 5,000 members, so a document is not built for each.

${formatStories(stories)}

The same of a hot subject: articles that carry one text, cut by a third or with two sentences more, under headlines of their own. They come to ever more stories,
and the document is that of the story a new one comes to.

${formatStories(subjects)}
`;
}

const ms = (value: number): string => value.toFixed(2);

function formatStories(steps: readonly StoryStep[]): string {
  const both = ({ node, redis }: Cost): string => `${ms(node)} + ${ms(redis)}`;
  return formatTable(
    [
      'members',
      'by the ledger, at the end',
      'joining: worker + Redis',
      'joining by twos',
      'publishing',
      'publishing, all to be read',
    ],
    steps.map((step) => [
      whole(step.members),
      step.stories === 1
        ? `${whole(step.articles)} in one story`
        : `${whole(step.articles)} in ${whole(step.stories)} stories, ${whole(step.largest)} in the largest`,
      ...[step.joining, step.joiningByTwo, step.publishing, step.publishingAnew].map(both),
    ]),
  );
}
