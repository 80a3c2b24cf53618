import { z } from 'zod';

const articleSchema = z.object({
  id: z.string(),
  role: z.string(),
  newSentences: z.number(),
  newFigures: z.array(z.string()).optional(),
});

const storySchema = z.object({
  id: z.string(),
  title: z.object({ text: z.string() }),
  body: z.array(z.object({ text: z.string(), support: z.array(z.string()) })),
  conflicts: z.array(
    z.object({
      about: z.string(),
      values: z.array(z.object({ value: z.string(), articleIds: z.array(z.string()) })),
    }),
  ),
  articles: z.array(z.object({ id: z.string(), source: z.object({ name: z.string() }), role: z.string() })),
  counts: z.object({ articles: z.number(), independentSources: z.number(), reprints: z.number() }),
});

/** What the demo reads of a canonical story. */
export type DemoStory = z.output<typeof storySchema>;

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({
    story: storySchema,
    change: z.object({
      articles: z.object({ added: z.array(articleSchema), removed: z.array(z.string()) }).optional(),
      conflicts: z.array(z.object({ about: z.string() })).optional(),
    }),
  }),
});

/** What the demo reads of an event. */
export type DemoEvent = z.output<typeof eventSchema>;

/**
 * The events of a stream as they come, until it ends.
 *
 * @throws Error when the service refuses, or sends what is no event.
 */
export async function* readEventStream(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<DemoEvent> {
  const response = await fetch(url, { headers: { ...headers, accept: 'text/event-stream' }, signal });
  if (!response.ok || !response.body)
    throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`);
  let buffered = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const frames = (buffered + text).split('\n\n');
    buffered = frames.pop() ?? '';
    for (const frame of frames) {
      const data = readData(frame);
      if (data !== undefined) yield eventSchema.parse(JSON.parse(data));
    }
  }
}

/** The data of a frame; undefined for a heartbeat and other frames without. */
function readData(frame: string): string | undefined {
  const lines = frame.split('\n').filter((line) => line.startsWith('data:'));
  return lines.length === 0
    ? undefined
    : lines.map((line) => line.slice('data:'.length).trimStart()).join('\n');
}
