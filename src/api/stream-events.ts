import { once } from 'node:events';
import type { Request, Response } from 'express';
import { matchesFilter } from '../store/event-filter';
import { compareEventIds } from '../store/event-id';
import type { Tail, TailedEvent } from '../store/event-tail';
import type { StoredEvent } from '../store/events';
import type { ApiDeps } from './deps';
import { unavailable } from './error-handler';
import { type EventFormat, sseFrame, toWire } from './event-formats';
import { findStart, readPage } from './event-replay';
import { type EventsRequest, parseEventsRequest } from './events-query';

/** A client with more than this unread is dropped: it can resume, and others must not pay for it. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** How long a client may take to read a page of kept events. */
const DRAIN_TIMEOUT_MS = 30_000;
/** What a browser waits before it connects again. */
const RETRY_MS = 2_000;

/** Answers `GET /v1/events` as an event stream: kept events after the wanted id, then live ones, without gap or double. */
export async function streamEvents(
  deps: ApiDeps,
  req: Request,
  res: Response,
  format: EventFormat,
): Promise<void> {
  const wanted = parseEventsRequest(req);
  const tail = await deps.events.open(wanted.collection);
  const slot = deps.streams.add(() => res.end());
  if (!slot) {
    tail.close();
    throw unavailable('Too many event streams are open', 10);
  }
  deps.metrics.streamClients.inc();
  const stream = new EventStream(deps, res, wanted, tail, format);
  res.once('close', () => {
    stream.stop();
    slot.remove();
    tail.close();
    deps.metrics.streamClients.dec();
  });
  if (res.destroyed) res.emit('close');
  else await stream.run(req.method === 'HEAD');
}

class EventStream {
  private lastId = '';
  private heartbeat: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly deps: ApiDeps,
    private readonly res: Response,
    private readonly wanted: EventsRequest,
    private readonly tail: Tail,
    private readonly format: EventFormat,
  ) {}

  async run(headOnly: boolean): Promise<void> {
    const { store } = this.deps;
    const { collection, after } = this.wanted;
    const live = after === undefined || after === 'latest';
    const start = live
      ? { after: this.tail.position(), reset: undefined }
      : await findStart(store, collection, this.tail, after);
    this.open();
    if (headOnly) {
      this.res.end();
      return;
    }
    this.lastId = start.after;
    if (start.reset) this.res.write(sseFrame({ type: 'stream.reset', data: JSON.stringify(start.reset) }));
    if (!live) await this.replay();
    if (this.stopped) return;
    // No await between the end of the replay and here: what the tail gets from now on comes to `deliver`.
    this.tail.listen((events) => this.deliver(events));
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.heartbeat);
  }

  private open(): void {
    this.res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    this.res.flushHeaders();
    this.res.write(`retry: ${RETRY_MS}\n\n`);
    this.heartbeat = setInterval(() => void this.beat(), this.deps.options.heartbeatMs);
  }

  /** Keeps proxies from closing the connection, and ends it when the key has been revoked or has expired meanwhile. */
  private async beat(): Promise<void> {
    const allowed = (await this.res.locals.stillAllowed?.().catch(() => true)) ?? true;
    if (this.stopped) return;
    if (!allowed) this.res.end();
    else this.write(': heartbeat\n\n');
  }

  private async replay(): Promise<void> {
    const { collection } = this.wanted;
    for (let end = false; !end && !this.stopped; ) {
      const page = await readPage(this.deps.store, collection, this.tail, this.lastId);
      for (const event of page.events) this.send(event);
      this.lastId = page.lastId;
      if (this.res.writableNeedDrain && !(await this.drained())) return;
      // Looked at again: the tail may have moved on while the client was reading.
      end = page.end && compareEventIds(this.lastId, this.tail.position()) >= 0;
    }
  }

  private async drained(): Promise<boolean> {
    try {
      await once(this.res, 'drain', { signal: AbortSignal.timeout(DRAIN_TIMEOUT_MS) });
      return true;
    } catch {
      this.drop();
      return false;
    }
  }

  private deliver(events: readonly TailedEvent[]): void {
    for (const { event, encoded } of events) {
      if (this.stopped) return;
      if (compareEventIds(event.id, this.lastId) <= 0) continue;
      this.lastId = event.id;
      this.send(event, encoded);
    }
  }

  private send(event: StoredEvent, encoded?: Map<string, string>): void {
    if (!matchesFilter(event, this.wanted.filter)) return;
    let frame = encoded?.get(this.format);
    if (frame === undefined) {
      const data = JSON.stringify(toWire(event, this.format, this.deps.options.publicUrl));
      frame = sseFrame({ id: event.id, type: event.type, data });
      encoded?.set(this.format, frame);
    }
    this.write(frame);
  }

  private write(text: string): void {
    if (this.stopped || this.res.writableEnded) return;
    this.res.write(text);
    // During a replay the page in hand may be larger; `drained` watches over that.
    if (this.res.writableLength > MAX_UNREAD_BYTES + 200 * text.length) this.drop();
  }

  private drop(): void {
    if (this.stopped) return;
    this.deps.metrics.streamClientsDropped.inc();
    this.res.destroy();
  }
}
