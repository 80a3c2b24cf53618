import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** 5 % steps: calibration is read off this histogram. */
const PROBABILITY_BUCKETS = Array.from({ length: 20 }, (_, index) => Number(((index + 1) * 0.05).toFixed(2)));
const COUNT_BUCKETS = [0, 1, 2, 5, 10, 20, 40, 80, 160, 320];
const STORY_BUCKETS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000];
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LAG_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Every metric of Storyfold. One object a process; the API and the workers each fill their part. */
export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Makes the metrics in a registry of their own, so that tests can have many.
 *
 * @param options.process adds the metrics of the Node process (memory, event loop), which run a timer of their own.
 */
export function createMetrics(options: { readonly process?: boolean } = {}) {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  return { registry, ...httpMetrics(registry), ...queueMetrics(registry), ...matchingMetrics(registry) };
}

function httpMetrics(registry: Registry) {
  const registers = [registry];
  return {
    httpSeconds: new Histogram({
      name: 'storyfold_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the end of its answer',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: SECONDS_BUCKETS,
      registers,
    }),
    articlesPosted: new Counter({
      name: 'storyfold_articles_posted_total',
      help: 'Posted articles by what became of them: created, revised, unchanged, rejected',
      labelNames: ['result'] as const,
      registers,
    }),
    streamClients: new Gauge({
      name: 'storyfold_stream_clients',
      help: 'Open event streams',
      registers,
    }),
    streamClientsDropped: new Counter({
      name: 'storyfold_stream_clients_dropped_total',
      help: 'Event streams cut because the client did not read fast enough',
      registers,
    }),
  };
}

function queueMetrics(registry: Registry) {
  const registers = [registry];
  return {
    queueJobs: new Gauge({
      name: 'storyfold_queue_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'] as const,
      registers,
    }),
    queueOldestSeconds: new Gauge({
      name: 'storyfold_queue_oldest_seconds',
      help: 'Age of the job that has waited longest',
      labelNames: ['queue'] as const,
      registers,
    }),
    jobs: new Counter({
      name: 'storyfold_jobs_total',
      help: 'Jobs done, by queue and result: completed, failed, parked',
      labelNames: ['queue', 'result'] as const,
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'storyfold_job_duration_seconds',
      help: 'Time a job was worked on',
      labelNames: ['queue'] as const,
      buckets: SECONDS_BUCKETS,
      registers,
    }),
    webhookAttempts: new Counter({
      name: 'storyfold_webhook_attempts_total',
      help: 'Attempts to deliver to webhooks by result: delivered, retry, giveUp, gone, stopped',
      labelNames: ['result'] as const,
      registers,
    }),
    eventLagSeconds: new Histogram({
      name: 'storyfold_event_lag_seconds',
      help: 'From the acceptance of an article to the event that tells of it',
      buckets: LAG_BUCKETS,
      registers,
    }),
  };
}

function matchingMetrics(registry: Registry) {
  const registers = [registry];
  return {
    candidates: new Histogram({
      name: 'storyfold_candidates_per_article',
      help: 'Candidates compared with an arriving article',
      buckets: COUNT_BUCKETS,
      registers,
    }),
    matchProbability: new Histogram({
      name: 'storyfold_match_probability',
      help: 'Probability of the best match of an arriving article',
      buckets: PROBABILITY_BUCKETS,
      registers,
    }),
    storyArticles: new Histogram({
      name: 'storyfold_story_articles',
      help: 'Articles in a story when it is published',
      buckets: STORY_BUCKETS,
      registers,
    }),
  };
}
