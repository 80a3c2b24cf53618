import { Command } from 'commander';
import { type ApiDocument, fuzzHttp } from '../support/http-fuzz';
import { REPORTS } from '../support/reports';
import { type Service, withService } from '../support/service';
import { until } from '../support/until';
import { LAWS } from './laws/all';

/** How long fuzzed articles may take to be clustered, so that the two that are looked for at the end are. */
const SETTLE_MS = 300_000;

/** Posts articles and waits until they are in their stories. */
async function post({ request }: Service, collection: string, articles: typeof REPORTS): Promise<void> {
  const lines = articles.map(({ publishedAtMs = 0, ...article }) =>
    JSON.stringify({ ...article, publishedAt: new Date(publishedAtMs).toISOString() }),
  );
  await request(`/v1/articles/batch?collection=${collection}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  for (const { id } of articles)
    await until(
      async () => {
        const answer = await request(`/v1/articles/${id}?collection=${collection}`);
        return ((await answer.json()) as { status?: string }).status === 'clustered';
      },
      { what: `${id} to be clustered`, timeoutMs: SETTLE_MS, everyMs: 100 },
    );
}

async function readJson<T>({ request }: Service, path: string, init?: RequestInit): Promise<T> {
  return (await (await request(path, init)).json()) as T;
}

const PROGRESS_EVERY = 5_000;

const showProgress =
  (startedMs: number) =>
  (sent: number, complaints: number): void => {
    if (sent % PROGRESS_EVERY !== 0) return;
    const seconds = Math.round((Date.now() - startedMs) / 1_000);
    process.stderr.write(`${sent.toLocaleString('en')} requests in ${seconds} s, ${complaints} complaints\n`);
  };

async function fuzz(service: Service, requests: number, seed: number): Promise<boolean> {
  await post(service, 'default', REPORTS.slice(0, 8));
  const documents = await Promise.all(
    ['/openapi.json', '/admin/api/openapi.json'].map((path) => readJson<ApiDocument>(service, path)),
  );
  const webhook = await readJson<{ id: string }>(service, '/v1/webhooks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"url":"https://receiver.invalid/hook"}',
  });
  const { items } = await readJson<{ items: readonly { id: string }[] }>(service, '/v1/stories');
  const words = [...REPORTS.slice(0, 8), ...items, webhook]
    .map(({ id }) => String(id))
    .concat('d1', 'default', 'other');
  const startedMs = Date.now();
  const report = await fuzzHttp(
    { url: service.url, documents, keys: [service.adminKey], words },
    {
      requests,
      seed,
      onProgress: showProgress(startedMs),
      onComplaint: (text) => void process.stderr.write(`${text}\n`),
    },
  );
  const seconds = Math.round((Date.now() - startedMs) / 1_000);
  const [first] = REPORTS;
  await post(service, 'calm', [
    { ...first, id: 'calm-1', source: { name: 'Calm Courier' } },
    { ...first, id: 'calm-2', source: { name: 'Calm Radio' } },
  ]);
  const isRight = async (): Promise<boolean> => {
    const calm = await readJson<{ items: readonly { counts: { articles: number } }[] }>(
      service,
      '/v1/stories?collection=calm',
    );
    return calm.items.length === 1 && calm.items[0].counts.articles === 2;
  };
  await until(isRight, {
    what: 'one story of the two articles posted at the end',
    timeoutMs: SETTLE_MS,
    everyMs: 100,
  });
  const counts = [...report.statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`);
  const lines = [
    `${report.requests.toLocaleString('en')} requests in ${seconds} s, seed ${seed}; ${counts.join(', ')}`,
    `${report.fulfilled.size} of ${report.operations} operations fulfilled a request; afterwards two reports made one story`,
    ...(report.complaints.length === 0 ? ['every answer as the documents say'] : report.complaints),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return report.complaints.length === 0;
}

/** Tries every law on so many values; says which do not hold, with the smallest value found. */
function checkLaws(values: number, seed: number): boolean {
  const broken = LAWS.filter(({ name, check }) => {
    const startedMs = Date.now();
    try {
      check(values, seed);
      process.stdout.write(
        `holds of ${values.toLocaleString('en')}: ${name} (${Date.now() - startedMs} ms)\n`,
      );
      return false;
    } catch (error) {
      process.stdout.write(`DOES NOT HOLD: ${name}\n${String(error)}\n${String((error as Error).cause)}\n`);
      return true;
    }
  });
  return broken.length === 0;
}

const options = new Command('fuzz')
  .description(
    'Tries the laws of codecs, texts, feeds and event streams; then sends requests made of the OpenAPI documents to a service of its own, and judges the answers by them',
  )
  .option('--requests <count>', 'how many; none with 0', '10000')
  .option('--laws <count>', 'values that each law is tried on', '1000')
  .option('--seed <number>', 'what they are made from', '1')
  .parse()
  .opts<{ requests: string; laws: string; seed: string }>();

const lawsHold = checkLaws(Number(options.laws), Number(options.seed));

const sending = async (): Promise<boolean> =>
  Number(options.requests) === 0 ||
  withService({ env: { RATE_LIMIT: '0', LOG_LEVEL: 'error' } }, (service) =>
    fuzz(service, Number(options.requests), Number(options.seed)),
  );

sending()
  .then((isGood) => process.exit(isGood && lawsHold ? 0 : 1))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
