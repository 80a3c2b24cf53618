import { type ClusteringScore, scoreClustering } from '../quality/score-clustering';
import { type DecisionScore, scoreDecisions } from '../quality/score-decisions';
import { type EditRecall, recallByEdit, scoreTraps, type TrapScore } from '../quality/score-edits';
import { formatNumber } from './command';
import type { GoldArticle, LabelledPair } from './eval-files';

/** Everything measured of one clustering. Parts are absent where the files have nothing to measure them by. */
export interface EvalReport {
  readonly clustering?: ClusteringScore;
  readonly edits?: readonly EditRecall[];
  readonly traps?: TrapScore;
  readonly pairs?: DecisionScore;
  /** Articles that the prediction lacks: scored as standing alone. */
  readonly missing: number;
}

/** What is measured against. */
export interface Truth {
  readonly articles: readonly GoldArticle[];
  readonly pairs?: readonly LabelledPair[] | undefined;
}

/** Measures the story of each article, by id. */
export function evaluate({ articles, pairs }: Truth, clusters: ReadonlyMap<string, string>): EvalReport {
  const scored = articles.flatMap(({ gold, ...article }) =>
    gold === undefined ? [] : [{ ...article, gold, cluster: clusterOf(clusters, article.id) }],
  );
  const edits = recallByEdit(scored);
  const traps = scoreTraps(scored);
  const missing = new Set([...scored.map(({ id }) => id), ...(pairs ?? []).flatMap(({ a, b }) => [a, b])]);
  for (const id of clusters.keys()) missing.delete(id);
  const decided = pairs?.map(({ a, b, label }) => ({
    same: label,
    joined: clusterOf(clusters, a) === clusterOf(clusters, b),
  }));
  return {
    ...(scored.length > 0 && {
      clustering: scoreClustering(
        scored.map(({ gold }) => gold),
        scored.map(({ cluster }) => cluster),
      ),
    }),
    ...(edits.length > 0 && { edits }),
    ...(traps.traps > 0 && { traps }),
    ...(decided && { pairs: scoreDecisions(decided) }),
    missing: missing.size,
  };
}

/** Groups and missing articles are kept apart by a prefix: a group may have any name. */
function clusterOf(clusters: ReadonlyMap<string, string>, id: string): string {
  const cluster = clusters.get(id);
  return cluster === undefined ? `missing ${id}` : `group ${cluster}`;
}

/** The report for a person. */
export function formatReport({ clustering, edits, traps, pairs, missing }: EvalReport): string[] {
  return [
    ...(clustering ? formatClustering(clustering) : []),
    ...(pairs ? formatPairs(pairs) : []),
    ...(edits ? ['Reprints found in the story of their base', ...edits.map(formatEdit)] : []),
    ...(traps
      ? [
          `Traps joined to another event  ${traps.joined} of ${traps.traps} (${share(traps.joined, traps.traps)} %)`,
        ]
      : []),
    ...(missing > 0
      ? [`${formatNumber(missing)} articles are not in the prediction and count as alone`]
      : []),
  ];
}

const fixed = (value: number): string => value.toFixed(4);
const share = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);

function formatClustering({
  items,
  goldStories,
  stories,
  bCubed,
  pairwise,
  ari,
  nmi,
}: ClusteringScore): string[] {
  const row = (name: string, score: ClusteringScore['bCubed']): string =>
    `${name.padEnd(10)} ${fixed(score.precision)}     ${fixed(score.recall)}  ${fixed(score.f1)}`;
  return [
    `${formatNumber(items)} articles, ${formatNumber(goldStories)} stories; ${formatNumber(stories)} stories found`,
    '           precision  recall  F1',
    row('B-Cubed', bCubed),
    row('Pairwise', pairwise),
    `ARI        ${fixed(ari)}`,
    `NMI        ${fixed(nmi)}`,
  ];
}

function formatPairs({ pairs, positives, precision, recall, f1, accuracy }: DecisionScore): string[] {
  return [
    `${formatNumber(pairs)} pairs, ${formatNumber(positives)} of them the same story`,
    '           precision  recall  F1      accuracy',
    `Pairs      ${fixed(precision)}     ${fixed(recall)}  ${fixed(f1)}  ${fixed(accuracy)}`,
  ];
}

const formatEdit = ({ edit, reprints, found }: EditRecall): string =>
  `  ${edit.padEnd(12)} ${String(found).padStart(5)} of ${String(reprints).padStart(5)}  ${(found / reprints).toFixed(3)}`;
