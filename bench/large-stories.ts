import type { PipelineContext } from '../src/pipeline/context';
import { type BenchArticle, generateArticles, MIXES, streamArticles, streamPrints } from './articles';
import { requireBuilt } from './built';
import { Corpus } from './corpus';
import { withPipeline } from './own-pipeline';
import { type Cost, clusterStream, measure } from './pipeline-cost';
import { median } from './report';

const { publishDocuments }: typeof import('../src/pipeline/publish-document') = requireBuilt(
  './pipeline/publish-document',
);
const { readPlacements }: typeof import('../src/store/ledger') = requireBuilt('./store/ledger');

/** What a new member costs a story that has so many. */
export interface StoryStep {
  readonly members: number;
  /** By the ledger, at the end: members of the largest story that its articles came to, of all of them, and how many stories these are in. */
  readonly largest: number;
  readonly articles: number;
  readonly stories: number;
  /** Finding its place, an article, where a job carries 25 of the story and where it carries two. */
  readonly joining: Cost;
  readonly joiningByTwo: Cost;
  /** Building and publishing the document once, with one new member: in a worker that has the story in hand, and in one that has none of it. */
  readonly publishing: Cost;
  readonly publishingAnew: Cost;
}

const COLLECTION = 'stories';
/** Articles of all kinds that are known besides, enough for each to be compared with as many as it may. */
export const KNOWN = 3_000;
const ROUNDS = 8;
/** Articles that join a story in one go. */
const JOINING = 24;
/** Documents measured of each kind: one of the largest takes a second. */
const DOCUMENTS = 3;

/** Articles about one thing, of which ever more come. */
class Subject {
  private readonly ordinals: number[] = [];

  constructor(
    private readonly context: PipelineContext,
    private readonly articles: Iterator<BenchArticle>,
  ) {}

  /** Lets so many more come, in jobs of 25 or so many. */
  async grow(count: number, chunkOf?: number): Promise<Cost> {
    const articles = Array.from({ length: count }, () => this.articles.next().value as BenchArticle);
    const { cost, ordinals } = await clusterStream(this.context, articles, COLLECTION, chunkOf);
    this.ordinals.push(...ordinals);
    return cost;
  }

  /** Stories by what they have of these articles, the largest first. */
  async countByStory(): Promise<[id: string, articles: number][]> {
    const counts = new Map<string, number>();
    for (const { storyId = '' } of await readPlacements(this.context.store, COLLECTION, this.ordinals))
      counts.set(storyId, (counts.get(storyId) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }

  /** Publishes the document of the story that one new article comes to. */
  async publish(): Promise<Cost> {
    await this.grow(1);
    const [{ storyId: id = '' }] = await readPlacements(
      this.context.store,
      COLLECTION,
      this.ordinals.slice(-1),
    );
    return measure(this.context, 1, async () => {
      await publishDocuments(this.context, COLLECTION, [id]);
    });
  }
}

type Sizes = readonly number[];

/**
 * Lets stories of one report that many outlets print grow to each size, all in one collection, and measures them in turn. No story grows by more
 * than half of its size meanwhile: joins to one of 50 are measured on sixteen stories. All figures are medians.
 */
export const measureStories = (sizes: Sizes, say: (text: string) => void): Promise<StoryStep[]> =>
  withPipeline((context) => measureInTurn(context, sizes, say, streamPrints));

/** The same of articles that carry one text under headlines of their own, which come to ever more stories. */
export function measureSubjects(sizes: Sizes, say: (text: string) => void): Promise<StoryStep[]> {
  const hot = { name: 'one subject', reprints: 0, hot: 1 };
  return withPipeline((context) =>
    measureInTurn(context, sizes, say, (name, seed) =>
      streamArticles(Number.POSITIVE_INFINITY, hot, name, seed),
    ),
  );
}

type Generate = (name: string, seed: number) => Iterator<BenchArticle>;

async function measureInTurn(
  context: PipelineContext,
  sizes: Sizes,
  say: (text: string) => void,
  generate: Generate,
): Promise<StoryStep[]> {
  await new Corpus(context, COLLECTION).fill(KNOWN);
  await clusterStream(context, generateArticles(KNOWN / 3, MIXES.stream, 'warm', 3), COLLECTION);
  const subjects: Subject[][] = [];
  for (const size of sizes) subjects.push(await fill(context, size, generate));
  const joining = await inTurn(subjects, ROUNDS, (own, i) => own[i % own.length].grow(JOINING));
  const joiningByTwo = await inTurn(subjects, ROUNDS, (own, i) =>
    own[(ROUNDS + i) % own.length].grow(JOINING, 2),
  );
  // The first document has everything to read.
  for (const [first] of subjects) await first.publish();
  const publishing = await inTurn(subjects, DOCUMENTS, ([first]) => first.publish());
  const publishingAnew = await inTurn(subjects, DOCUMENTS, ([first]) => {
    context.cleaned.clear();
    return first.publish();
  });
  const steps: StoryStep[] = [];
  for (const [i, members] of sizes.entries()) {
    const counts = await subjects[i][0].countByStory();
    const step = {
      ...{ members, largest: counts[0][1], stories: counts.length },
      articles: counts.reduce((sum, [, count]) => sum + count, 0),
      ...{ joining: joining[i], joiningByTwo: joiningByTwo[i] },
      ...{ publishing: publishing[i], publishingAnew: publishingAnew[i] },
    };
    say(`A story of ${members}: ${JSON.stringify(step)}`);
    steps.push(step);
  }
  return steps;
}

/** As many subjects as it takes for none to grow by more than half of a size when all that is measured has joined; half of that is left out. */
async function fill(context: PipelineContext, size: number, generate: Generate): Promise<Subject[]> {
  const joins = 2 * ROUNDS * JOINING;
  const subjects: Subject[] = [];
  for (let left = Math.ceil(joins / (size / 2)); left > 0; left--) {
    const subject = new Subject(context, generate(`${size}-${left}`, size + left));
    subjects.push(subject);
  }
  const missing = Math.floor(joins / subjects.length / 2);
  for (const subject of subjects) await subject.grow(Math.max(1, size - missing));
  return subjects;
}

/** Measures each size once a round, beginning with another one each time, and answers the medians. */
async function inTurn(
  subjects: readonly Subject[][],
  rounds: number,
  run: (own: readonly Subject[], round: number) => Promise<Cost>,
): Promise<Cost[]> {
  const costs: Cost[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < subjects.length; turn++) {
      const i = (round + turn) % subjects.length;
      costs[i].push(await run(subjects[i], round));
    }
  return costs.map((of) => ({
    node: median(of.map(({ node }) => node)),
    redis: median(of.map(({ redis }) => redis)),
  }));
}
