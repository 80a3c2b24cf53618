import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../article';
import { measurePairs, type PairMetrics } from '../matching/calibration';
import type { Model, Thresholds } from '../matching/model';
import { collectSmallPairs } from '../matching/small-collections';
import { type TrainingSet, trainModel } from '../matching/train-model';
import {
  cleanLabelled,
  collectPairs,
  type LabelledArticle,
  type Reduction,
  reduceArticle,
  type StreamedSet,
} from '../matching/training-pairs';
import { type LanguageDetector, loadLanguageDetector } from '../text/language';
import { orderByPublication } from './cluster-order';
import { readClusterRows } from './cluster-rows';
import { runCommand } from './command';
import { readGold } from './eval-files';
import { seededRandom } from './seeded-random';

/**
 * Chosen as the mean of the probabilities between two clusters at which B-Cubed and pairwise F1, over sets of all
 * kinds, are best together: `docs/quality.md` has the curve.
 */
const THRESHOLDS: Thresholds = { merge: 0.36, review: 0.2, related: 0.05, edgeFloor: 0.02 };

const command = new Command('npm run train --')
  .description(
    'Learns the match model from labelled articles (one JSON object a line, its story in "gold") and writes it with ' +
      'the sets, the date, how well it did and its calibration. The files are read, never copied.',
  )
  .argument('<files...>', 'labelled sets; several of different kinds make a model that holds elsewhere')
  .option('--out <file>', 'where the model goes', 'src/matching/model/match-model.json')
  .option('--held-out', 'also measure each set with a model learned from the others: takes a fit a set');

/** `npm run train`. */
async function main(): Promise<number> {
  const [files, options] = [command.parse().args, command.opts<{ out: string; heldOut?: boolean }>()];
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
  const model = trainModel(sets, THRESHOLDS);
  const measured = sets.filter((set) => set.kind === 'whole').map((set) => measurePairs(model, set));
  print('learned from', measured);
  const heldOut = options.heldOut ? measureHeldOut(sets) : [];
  print('held out', heldOut);
  writeFileSync(options.out, printModel(describe(model, measured, heldOut)));
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
    const model = trainModel(
      sets.filter((set) => set.name !== name),
      THRESHOLDS,
    );
    return sets
      .filter((set) => set.name === name && set.kind === 'whole')
      .map((set) => measurePairs(model, set));
  });
}

function describe(model: Model, learnedFrom: readonly PairMetrics[], heldOut: readonly PairMetrics[]): Model {
  const { version, texts, headlines, thresholds } = model;
  const hash = createHash('sha256').update(JSON.stringify({ texts, headlines, thresholds })).digest('hex');
  const date = new Date().toISOString().slice(0, 10);
  return {
    version,
    paramsVersion: `${date}-${hash.slice(0, 8)}`,
    thresholds,
    training: { date, learnedFrom, heldOut },
    texts,
    headlines,
  };
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
