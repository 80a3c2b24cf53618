import { formatTable, whole } from './report';
import { type Held, measureSoak, type SoakReport, type SoakRow, soakSettings } from './soak';

const MEASURES: readonly (readonly [keyof Held, string])[] = [
  ['apiHeap', 'API heap'],
  ['apiRss', 'API RSS'],
  ['workerHeap', 'worker heap'],
  ['workerRss', 'worker RSS'],
  ['redis', 'Redis'],
];

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Whether memory stays level under load, and returns when what was taken in is past retention. */
export async function reportSoak(
  { minutes }: { readonly minutes: number },
  say: (text: string) => void,
): Promise<string> {
  const { start, rows, quiet, left, settings } = await measureSoak(soakSettings(minutes), say);
  const half = rows.filter(({ minute }) => minute > minutes / 2);
  const line = (name: string, row: SoakRow): string[] => [
    ...[name, whole(row.posted), whole(row.waiting)],
    ...MEASURES.map(([measure]) => megabytes(row[measure])),
  ];
  const slope = (measure: keyof Held): string => slopeOf(half, measure).toFixed(2);
  const end = quiet.at(-1);
  return `## Under load for ${minutes} minutes

The whole system with ${settings.perSecond} articles a second posted one by one, each looked at again after a minute, \`LOOKBACK\` of ${settings.lookbackMinutes} and \`RETENTION\` of ${settings.retentionMinutes} minutes,
then no more until all is past retention. MB, the least seen in each stretch; slopes are those of the second half under load.

${formatTable(
  ['minute', 'posted', 'waiting', ...MEASURES.map(([, name]) => name)],
  [
    ['before', '0', '0', ...MEASURES.map(([measure]) => megabytes(start[measure]))],
    ...rows.map((row) => line(row.minute.toFixed(0), row)),
    ['slope, MB a minute', '', '', ...MEASURES.map(([measure]) => slope(measure))],
    ...(end ? [line(`${end.minute.toFixed(0)}, no more posted`, end)] : []),
  ],
)}

What Redis then holds by \`MEMORY USAGE\`:

${formatLeft(left)}
`;
}

const formatLeft = (left: SoakReport['left']): string =>
  formatTable(
    ['kB', 'before', 'after'],
    [...left]
      .sort((a, b) => b[2] - a[2])
      .map(([kind, before, after]) => [kind, whole(before / 1e3), whole(after / 1e3)]),
  );

/** MB a minute by least squares. */
function slopeOf(rows: readonly SoakRow[], measure: keyof Held): number {
  const mean = (pick: (row: SoakRow) => number): number =>
    rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  const [x, y] = [mean(({ minute }) => minute), mean((row) => row[measure])];
  const along = mean((row) => (row.minute - x) * (row[measure] - y));
  return along / mean((row) => (row.minute - x) ** 2) / 1e6;
}
