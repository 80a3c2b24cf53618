import type { Queue } from 'bullmq';
import type { Logger } from '../logging';
import type { Metrics } from '../metrics';
import type { PipelineContext } from '../pipeline/context';
import type { ArticleProducer } from '../queue/producer';
import type { EventTail } from '../store/event-tail';
import type { Store } from '../store/store';
import type { WebhookRef } from '../store/webhooks';
import type { OpenStreams } from './open-streams';
import type { QueueWatch } from './queue-watch';

/** The settings the API reads; see `src/config-schema.ts` for their meaning. */
export interface ApiOptions {
  readonly adminKey?: string;
  /** Whether stories and events can be read without a key. */
  readonly openReads: boolean;
  /** Names in `Host` under which they can, and only without a proxy in between; any request when left out. */
  readonly openReadHosts?: readonly string[];
  readonly trustProxy: number;
  readonly publicUrl?: string;
  readonly maxBodyBytes: number;
  readonly maxBatchBodyBytes: number;
  readonly rateLimitPerMinute: number;
  /** Articles waiting for a worker above which posts are refused for a while. */
  readonly maxQueueDepth: number;
  /** Articles handed to the store at a time. */
  readonly chunkSize: number;
  readonly heartbeatMs: number;
  /** Hosts that webhooks may name although they are not public. */
  readonly webhookAllowHosts?: readonly string[];
}

/** All that routes and handlers use. Built by the composition root; nothing here is global. */
export interface ApiDeps {
  readonly options: ApiOptions;
  readonly store: Store;
  /** What matching and the rebuilding of old versions need: the same as in workers. */
  readonly pipeline: PipelineContext;
  /** Puts accepted articles on the queue, soon; never fails, since the sweeper finds what it loses. */
  readonly enqueue: ArticleProducer['enqueue'];
  readonly events: EventTail;
  /** Has a webhook looked after now; never fails, since workers look by themselves as well. */
  readonly wakeWebhook?: (ref: WebhookRef) => void;
  readonly queues: QueueWatch;
  /** What the board of queues shows. */
  readonly boardQueues?: readonly Queue[];
  readonly streams: OpenStreams;
  readonly metrics: Metrics;
  readonly log: Logger;
}
