import { z } from 'zod';
import { type DemoEvent, type DemoStory, readEventStream } from './demo-events';
import type { DemoService } from './demo-service';
import { type DemoReport, describeArrival, describeEvent, describeStory, type Place } from './demo-show';

/** How the demo runs. */
export interface DemoOptions {
  readonly service: DemoService;
  /** A collection nobody else uses, so that the demo can be run again. */
  readonly collection: string;
  readonly reports: readonly DemoReport[];
  readonly nowMs: number;
  readonly print: (text: string) => void;
}

const MINUTE = 60_000;

/** A report is in its story within a second; after this long something is wrong. */
const PATIENCE_MS = 30_000;

/** Posts the reports one after the other and shows what each does to the stories; returns the stories in the end. */
export async function runDemo(options: DemoOptions): Promise<DemoStory[]> {
  const { service, collection, reports, print } = options;
  const done = new AbortController();
  const events = readEventStream(
    address(options, '/v1/events', { collection, after: '0' }),
    authorization(service),
    AbortSignal.any([service.signal, done.signal]),
  );
  const stories = new Map<string, DemoStory>();
  try {
    for (const report of reports) {
      print(describeArrival(report));
      await postReport(options, report);
      for (;;) {
        const event = await nextEvent(events, report);
        stories.set(event.data.story.id, event.data.story);
        const added = event.data.change.articles?.added ?? [];
        const place = added.some(({ id }) => id === report.id)
          ? await readPlace(options, report.id)
          : undefined;
        print(describeEvent(event, reports, place));
        if (place !== undefined) break;
      }
    }
  } finally {
    done.abort();
  }
  const shown = [...stories.values()].filter(({ articles }) => articles.length > 0);
  for (const story of shown) print(describeStory(story));
  return shown;
}

async function nextEvent(events: AsyncGenerator<DemoEvent>, { id }: DemoReport): Promise<DemoEvent> {
  let overdue: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new Error(`No event told of report ${id} for ${PATIENCE_MS / 1000} s`));
    overdue = setTimeout(fail, PATIENCE_MS);
  });
  try {
    const next = await Promise.race([events.next(), late]);
    if (next.done) throw new Error('The service closed the event stream');
    return next.value;
  } finally {
    clearTimeout(overdue);
  }
}

async function postReport(options: DemoOptions, report: DemoReport): Promise<void> {
  const { minutesAgo, text, ...fields } = report;
  const publishedAt = new Date(options.nowMs - minutesAgo * MINUTE).toISOString();
  const body = JSON.stringify({
    ...fields,
    publishedAt,
    text: text.join('\n\n'),
    collection: options.collection,
  });
  await request(options, address(options, '/v1/articles'), { method: 'POST', body });
}

const placeSchema = z.object({
  probability: z.number().optional(),
  why: z
    .array(
      z.object({
        probability: z.number(),
        source: z.object({ name: z.string() }).optional(),
        level: z.string().optional(),
      }),
    )
    .optional(),
});

async function readPlace(options: DemoOptions, id: string): Promise<Place> {
  const { collection } = options;
  return placeSchema.parse(await request(options, address(options, `/v1/articles/${id}`, { collection })));
}

async function request({ service }: DemoOptions, url: URL, init: RequestInit = {}): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...authorization(service) };
  const response = await fetch(url, { ...init, headers, signal: service.signal });
  const text = await response.text();
  if (response.status === 401)
    throw new Error(`${service.url} wants a key: give one with --key or STORYFOLD_KEY`);
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

const authorization = ({ key }: DemoService): Record<string, string> =>
  key === undefined ? {} : { authorization: `Bearer ${key}` };

function address({ service }: DemoOptions, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(path, service.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
