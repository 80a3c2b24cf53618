import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Article } from '../article';
import { measurePairs } from '../matching/calibration';
import { MODEL_VERSION, type Model, type Thresholds, type Weights } from '../matching/model';
import { collectSmallPairs } from '../matching/small-collections';
import { calibrationCurves, deriveThresholds, TARGET_PRECISION } from '../matching/target-precision';
import { type TrainingSet, trainModel } from '../matching/train-model';
import {
  cleanLabelled,
  collectPairs,
  type LabelledArticle,
  type Reduction,
  reduceArticle,
  type StreamedSet,
} from '../matching/training-pairs';
import type { PairMetrics, TrainingRecord } from '../matching/training-record';
import { type LanguageDetector, loadLanguageDetector } from '../text/language';
import { orderByPublication } from './cluster-order';
import { readClusterRows } from './cluster-rows';
import { runCommand } from './command';
import { readGold } from './eval-files';
import { seededRandom } from './seeded-random';

/** Beside merge and review, which follow from the precision wanted. Nothing is merged by these: they say what is kept and named. */
const KEPT: Pick<Thresholds, 'related' | 'edgeFloor'> = { related: 0.05, edgeFloor: 0.02 };

interface Options {
  readonly out: string;
  readonly heldOut?: boolean;
  readonly mergePrecision: number;
  readonly reviewPrecision: number;
}

function precision(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 1) return number;
  throw new InvalidArgumentError('Must be a number above 0, at most 1.');
}

const command = new Command('npm run train --')
  .description(
    'Learns the match model from labelled articles (one JSON object a line, its story in "gold") and writes it with ' +
      'the sets, the date, how well it did and its calibration. The files are read, never copied.',
  )
  .argument('<files...>', 'labelled sets; several of different kinds make a model that holds elsewhere')
  .option('--out <file>', 'where the model goes', 'src/matching/model/match-model.json')
  .option('--held-out', 'also measure each set with a model learned from the others: takes a fit a set')
  .option(
    '--merge-precision <share>',
    'of pairs from the merge threshold on, mean over the sets (held out, where measured): sets that threshold',
    precision,
    TARGET_PRECISION.merge,
  )
  .option(
    '--review-precision <share>',
    'the same of the review threshold',
    precision,
    TARGET_PRECISION.review,
  );

/** `npm run train`. */
async function main(): Promise<number> {
  const [files, options] = [command.parse().args, command.opts<Options>()];
  if (options.reviewPrecision > options.mergePrecision) {
    command.error('--review-precision must not be above --merge-precision');
  }
  const detectLanguage = await loadLanguageDetector();
  const sets: TrainingSet[] = [];
  const whole: StreamedSet[] = [];
  for (const file of files) {
    const streamed = await readSets(file, detectLanguage);
    whole.push(streamed[0]);
    sets.push(
      ...streamed.map(({ pairs }, i) => ({ ...pairs, kind: i === 0 ? 'whole' : 'reduced' }) as const),
    );
  }
  sets.push(...whole.map((set) => readSmall(set, whole)));
  const weights = trainModel(sets);
  const learnedFrom = sets.filter((set) => set.kind === 'whole').map((set) => measurePairs(weights, set));
  print('learned from', learnedFrom);
  const heldOut = options.heldOut ? measureHeldOut(sets) : [];
  print('held out', heldOut);
  const training = { date: new Date().toISOString().slice(0, 10), learnedFrom, heldOut };
  const wanted = { merge: options.mergePrecision, review: options.reviewPrecision };
  const thresholds = { ...deriveThresholds(calibrationCurves(training), wanted), ...KEPT };
  process.stdout.write(`merge from ${thresholds.merge}, ask from ${thresholds.review}\n`);
  writeFileSync(options.out, printModel(describe(weights, thresholds, training)));
  process.stdout.write(`${options.out}\n`);
  return 0;
}

/** The set as it is, then with parts taken away from its articles where it has more. */
async function readSets(file: string, detectLanguage: LanguageDetector): Promise<StreamedSet[]> {
  const name = join(basename(dirname(file)), basename(file, extname(file)));
  const articles = await readArticles(file);
  const has = (test: (article: Article) => boolean): boolean => articles.some(({ article }) => test(article));
  const texts = has(({ text, html }) => (text ?? html) !== undefined);
  const titles = has(({ title }) => title !== '');
  const dates = has(({ publishedAtMs }) => publishedAtMs !== undefined);
  const reductions: Reduction[] = ['whole'];
  if (texts && titles) reductions.push('titles');
  if (texts && titles && dates) reductions.push('bare', 'undated');
  return reductions.map((reduction) => {
    const reduced = articles.map(({ article, story }) => ({
      article: reduceArticle(article, reduction),
      story,
    }));
    const set = collectPairs(name, cleanLabelled(reduced, detectLanguage));
    process.stdout.write(
      `${name}, ${reduction}: ${set.pairs.labels.length} pairs of ${articles.length} articles\n`,
    );
    return set;
  });
}

/** Small collections made of a set, among strangers of all; always the same ones. */
function readSmall(set: StreamedSet, all: readonly StreamedSet[]): TrainingSet {
  const pairs = collectSmallPairs(set, all, seededRandom(set.articles.length));
  process.stdout.write(`${set.name}, small: ${pairs.labels.length} pairs of ${pairs.articles} articles\n`);
  return { ...pairs, kind: 'small' };
}

/** The articles of a file whose story is known, in the order of their publication. */
async function readArticles(file: string): Promise<LabelledArticle[]> {
  const stories = new Map((await readGold(file)).map(({ id, gold }) => [id, gold]));
  const { rows } = await readClusterRows(file);
  return orderByPublication(rows).flatMap(({ id, collection, article }) => {
    const story = stories.get(String(id));
    if (story === undefined) return [];
    return [{ article: { ...article, id: String(id), collection, revision: 1, receivedAtMs: 0 }, story }];
  });
}

function measureHeldOut(sets: readonly TrainingSet[]): PairMetrics[] {
  const names = [...new Set(sets.map(({ name }) => name))];
  return names.flatMap((name) => {
    const weights = trainModel(sets.filter((set) => set.name !== name));
    return sets
      .filter((set) => set.name === name && set.kind === 'whole')
      .map((set) => measurePairs(weights, set));
  });
}

function describe({ texts, headlines }: Weights, thresholds: Thresholds, training: TrainingRecord): Model {
  const hash = createHash('sha256').update(JSON.stringify({ texts, headlines, thresholds })).digest('hex');
  const paramsVersion = `${training.date}-${hash.slice(0, 8)}`;
  return { version: MODEL_VERSION, paramsVersion, thresholds, training, texts, headlines };
}

/** As JSON with a list of numbers on a line: a tree has seventy. */
function printModel(model: Model): string {
  let text = '';
  let inList = false;
  for (const line of JSON.stringify(model, undefined, 1).split('\n')) {
    const bare = line.trim();
    const isNumber = !Number.isNaN(Number(bare.endsWith(',') ? bare.slice(0, -1) : bare));
    text += isNumber || (inList && bare.startsWith(']')) ? bare : `\n${line}`;
    inList = isNumber;
  }
  return `${text.slice(1)}\n`;
}

function print(what: string, metrics: readonly PairMetrics[]): void {
  for (const m of metrics) {
    process.stdout.write(
      `${what} ${m.name}: average precision ${m.averagePrecision}, calibration error ${m.calibrationError}\n`,
    );
  }
}

runCommand(main);
