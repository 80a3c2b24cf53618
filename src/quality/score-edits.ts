/** An article of a set in which it is known how reprints were made. */
export interface EditedArticle {
  readonly id: string;
  /** Its true story. */
  readonly gold: string;
  /** The story it was put into. */
  readonly cluster: string;
  /** How it was made, such as `truncate`; those beginning with `trap` are templates filled in for another event. */
  readonly edit?: string | undefined;
  /** Id of the article it is a reprint of. */
  readonly base?: string | undefined;
}

/** Reprints of one kind of edit. */
export interface EditRecall {
  readonly edit: string;
  readonly reprints: number;
  /** Those in the story of the article they were made of. */
  readonly found: number;
}

/** Articles made from one template, each about an event of its own. */
export interface TrapScore {
  readonly traps: number;
  /** Those that share a story with a trap of another event. */
  readonly joined: number;
}

/** Recall of reprints by the edit that made them, edits in alphabetic order. A base that is not in the set counts as missed. */
export function recallByEdit(articles: readonly EditedArticle[]): EditRecall[] {
  const clusters = new Map(articles.map(({ id, cluster }) => [id, cluster]));
  const byEdit = new Map<string, { reprints: number; found: number }>();
  for (const { edit, base, cluster } of articles) {
    if (edit === undefined || base === undefined) continue;
    const counts = byEdit.get(edit) ?? { reprints: 0, found: 0 };
    counts.reprints++;
    if (clusters.get(base) === cluster) counts.found++;
    byEdit.set(edit, counts);
  }
  return [...byEdit]
    .map(([edit, counts]) => ({ edit, ...counts }))
    .sort((a, b) => (a.edit < b.edit ? -1 : 1));
}

/** Counts the traps that were joined to the trap of another event. */
export function scoreTraps(articles: readonly EditedArticle[]): TrapScore {
  const traps = articles.filter(({ edit }) => edit?.startsWith('trap'));
  const events = new Map<string, Set<string>>();
  for (const { cluster, gold } of traps) {
    const inside = events.get(cluster);
    if (inside) inside.add(gold);
    else events.set(cluster, new Set([gold]));
  }
  return { traps: traps.length, joined: traps.filter(({ cluster }) => events.get(cluster)!.size > 1).length };
}
