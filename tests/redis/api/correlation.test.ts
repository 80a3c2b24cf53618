import { Writable } from 'node:stream';
import { createLogger } from '../../../src/logging';
import { createArticleProducer } from '../../../src/queue/producer';
import { feelPoison } from '../../../workers/faults';
import { runWorkers } from '../../../workers/run-workers';
import type { WebhookService } from '../../../workers/webhooks';
import { REPORTS } from '../../support/reports';
import { until } from '../../support/until';
import { withWorkerDeps } from '../../support/worker-deps';
import { serve, withApi } from './harness';

type Line = Readonly<Record<string, unknown>> & { readonly msg: string };

/** A log, and the lines it has. */
function keepLines() {
  const lines: Line[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Line);
      done();
    },
  });
  return { lines, log: createLogger({ role: 'worker', level: 'debug', destination }) };
}

/** Nobody is told anything by webhook here. */
const NO_WEBHOOKS = {
  close: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
} as Partial<WebhookService> as WebhookService;

test('the id of a request is in the log of the workers, with the job, from the post to the story', async () => {
  await withApi({}, async (api) => {
    await withWorkerDeps(api.test, api, async (deps) => {
      const { lines, log } = keepLines();
      const producer = createArticleProducer(deps.articles, { chunkSize: 10, coalesceMs: 5 }, log);
      const served = await serve({ ...api.deps, enqueue: producer.enqueue });
      const working = runWorkers(
        { ...deps, log, pipeline: feelPoison(deps.pipeline) },
        { concurrency: 1, connect: () => api.test.connect('blocking'), webhooks: NO_WEBHOOKS },
      );
      const post = (request: string, text: string) =>
        served.request('POST', '/v1/articles', {
          body: {
            id: request,
            title: REPORTS[0].title,
            text,
            source: 'Outlet',
            url: `https://a.example/${request}`,
          },
          headers: { 'x-request-id': request },
        });
      const about = (queue: string, request: string) =>
        lines.filter(
          (line) => line.queue === queue && (line.requests as string[] | undefined)?.includes(request),
        );
      try {
        expect((await post('good-1', REPORTS[0].text ?? '')).status).toBe(202);
        await until(() => about('articles', 'good-1').length > 0, { what: 'the good one to be clustered' });
        // A new story is told of by the job of its article, a changed one by a job of its own.
        expect((await post('good-2', REPORTS[0].text ?? '')).status).toBe(202);
        await until(() => about('stories', 'good-2').length > 0, { what: 'the story of the good ones' });
        expect(about('articles', 'good-1')).toMatchObject([
          { msg: 'job done', job: expect.any(String) as string, requests: ['good-1'] },
        ]);
        expect((await post('bad-1', 'A poison-that-throws is in here.')).status).toBe(202);
        const setAside = () => lines.find(({ msg }) => msg.startsWith('article set aside'));
        await until(() => setAside() !== undefined, { what: 'the poison to be set aside' });
        expect(setAside()).toMatchObject({ job: expect.any(String) as string, requests: ['bad-1'] });
      } finally {
        await producer.flush();
        await working.close();
        await served.close();
      }
    });
  });
});
