import { type IncomingMessage, request } from 'node:http';

/** An event as it comes over the wire. */
export interface WireEvent {
  readonly id: string;
  readonly type: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asserts
  readonly data: any;
}

/** An open event stream. */
export interface OpenStream {
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Cuts the connection, as a cable would. */
  readonly cut: () => void;
}

export interface StreamOptions {
  readonly key?: string;
  readonly lastEventId?: string;
  readonly query?: string;
  /** Called with every whole event, in order. */
  readonly onEvent: (event: WireEvent) => void;
  /** Called with every piece of the answer, before the events in it; `cut` ends the stream, also before it was handed out. */
  readonly onBytes?: (count: number, cut: () => void) => void;
}

/** Opens an event stream on a connection of its own; resolves when the answer has begun. */
export function openStream(url: string, options: StreamOptions): Promise<OpenStream> {
  const { key, lastEventId, query = '', onEvent, onBytes } = options;
  const headers = {
    accept: 'text/event-stream',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/events?${query}`, { headers, agent: false });
    sent.once('error', reject);
    sent.once('response', (res: IncomingMessage) => {
      const ended = new Promise<void>((done) => res.once('close', done));
      res.on('error', () => undefined);
      const cut = () => void sent.destroy();
      const parse = createParser(onEvent);
      res.setEncoding('utf8').on('data', (text: string) => {
        onBytes?.(text.length, cut);
        parse(text);
      });
      if (res.statusCode === 200) resolve({ ended, cut });
      else reject(new Error(`The stream was answered ${res.statusCode}`));
    });
    sent.end();
  });
}

/** Only what is whole counts: a frame without its empty line was cut off. */
function createParser(onEvent: (event: WireEvent) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const frames = (rest + text).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const field = (name: string): string =>
        frame
          .split('\n')
          .filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2))
          .join('\n');
      const [id, type, data] = [field('id'), field('event'), field('data')];
      if (data !== '') onEvent({ id, type, data: JSON.parse(data) });
    }
  };
}
