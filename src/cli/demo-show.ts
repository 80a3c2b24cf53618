import type { DemoEvent, DemoStory } from './demo-events';

/** A report of the demo, as its file has it. */
export interface DemoReport {
  readonly id: string;
  readonly source: { readonly name: string; readonly group?: string };
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** Published so long before the demo is run. */
  readonly minutesAgo: number;
  readonly credit?: string;
  readonly language?: string;
}

/** Where an article is and what speaks for it. */
export interface Place {
  readonly probability?: number | undefined;
  readonly why?:
    | readonly {
        readonly probability: number;
        readonly source?: { readonly name: string } | undefined;
        /** `copy` where the texts are the same, `story` where the words differ. */
        readonly level?: string | undefined;
      }[]
    | undefined;
}

/** A report on its way in. */
export const describeArrival = ({ source, title }: DemoReport): string => `\n→ ${source.name}: ${title}`;

/** An event, with the place of the report it tells of where it tells of the one just posted. */
export function describeEvent(
  { type, data }: DemoEvent,
  reports: readonly DemoReport[],
  place: Place | undefined,
): string {
  const { story, change } = data;
  const lines = [`  ${type.padEnd(14)} ${quoted(story.title.text)} (${describeCounts(story)})`];
  for (const { id, role, newSentences, newFigures = [] } of change.articles?.added ?? []) {
    if (type === 'story.created' && story.articles.length === 1) continue;
    const news =
      newSentences === 0 ? 'nothing new' : `${newSentences} new ${plural('sentence', newSentences)}`;
    const figures = newFigures.length === 0 ? '' : `, new figures ${newFigures.join(', ')}`;
    lines.push(`${INDENT}${sourceOf(id, reports)} joins as ${role}: ${news}${figures}`);
  }
  for (const id of change.articles?.removed ?? []) lines.push(`${INDENT}${sourceOf(id, reports)} leaves`);
  const [best] = place?.why ?? [];
  if (best !== undefined && story.articles.length > 1) lines.push(`${INDENT}${describeWhy(best)}`);
  for (const { about } of change.conflicts ?? []) {
    const conflict = story.conflicts.find((found) => found.about === about);
    if (conflict) lines.push(`${INDENT}${describeConflict(conflict, reports)}`);
  }
  return lines.join('\n');
}

const INDENT = ' '.repeat(17);

function describeWhy({ probability, level, source }: NonNullable<Place['why']>[number]): string {
  const like = level === 'copy' ? 'a copy of' : 'the same story as';
  return `${like} the report of ${source?.name ?? 'another outlet'}, probability ${probability.toFixed(2)}`;
}

function describeConflict(
  { about, values }: DemoStory['conflicts'][number],
  reports: readonly DemoReport[],
): string {
  const claims = values.map(
    ({ value, articleIds }) => `${value} (${articleIds.map((id) => sourceOf(id, reports)).join(', ')})`,
  );
  return `reports differ on "${about}": ${claims.join(' against ')}`;
}

/** A story at the end. One that several outlets report is shown whole, with how many carry each sentence. */
export function describeStory(story: DemoStory): string {
  const title = `${story.title.text} (${describeCounts(story)})`;
  if (story.articles.length === 1) return `\n${title}`;
  const sentences = story.body.map(({ text, support }) => `  ${`${support.length}×`.padStart(3)} ${text}`);
  const conflicts = story.conflicts.map(
    ({ about, values }) => `  differs: ${about} ${values.map(({ value }) => value).join(' / ')}`,
  );
  return ['', title, ...sentences, ...conflicts].join('\n');
}

function describeCounts({ counts }: DemoStory): string {
  const { articles, independentSources, reprints } = counts;
  const parts = [`${articles} ${plural('report', articles)}`];
  if (articles > 1) parts.push(`${independentSources} independent`);
  if (reprints > 0) parts.push(`${reprints} ${plural('reprint', reprints)}`);
  return parts.join(', ');
}

const sourceOf = (id: string, reports: readonly DemoReport[]): string =>
  reports.find((report) => report.id === id)?.source.name ?? id;

const quoted = (text: string): string => `“${text}”`;

const plural = (noun: string, count: number): string => (count === 1 ? noun : `${noun}s`);
