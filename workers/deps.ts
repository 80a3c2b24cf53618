import type { Logger } from '../src/logging';
import type { Metrics } from '../src/metrics';
import type { PipelineContext } from '../src/pipeline/context';
import type { TypedQueue } from '../src/queue/queues';
import type { InTurn } from './turns';

/** What the processors of a worker process share; built by `main.ts`. */
export interface WorkerDeps {
  readonly pipeline: PipelineContext;
  readonly articles: TypedQueue<'articles'>;
  readonly stories: TypedQueue<'stories'>;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** One suspect at a time: when the process dies of one, no other is blamed. */
  readonly inTurn: InTurn;
  /** Most articles a job carries. */
  readonly chunkSize: number;
  /** How long something may wait without a job before the sweeper gives it one. */
  readonly graceMs: number;
  /** How long after an article was placed it is looked at again; 0 for never. */
  readonly lookAgainAfterMs: number;
}
