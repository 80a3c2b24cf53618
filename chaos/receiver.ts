import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What a receiver does with a delivery; `answers` is what it should. */
export const MANNERS = ['answers', 'hangs', 'drips', 'refuses', 'lies', 'hangs up', 'redirects'] as const;
export type Manner = (typeof MANNERS)[number];

/** A webhook receiver with changing manners. */
export interface Receiver {
  readonly url: string;
  manner: Manner;
  /** Message ids that came whole and signed, with how often they did. */
  readonly received: ReadonlyMap<string, number>;
  /** Deliveries whose signature was wrong. */
  readonly forged: () => number;
  /** The secret of each webhook that calls here, by path. */
  readonly secrets: Map<string, string>;
  readonly stop: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received = new Map<string, number>();
  const secrets = new Map<string, string>();
  let forged = 0;
  const server = createServer((req, res) => {
    take(req, res).catch(() => res.destroy());
  });
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const secret = secrets.get(req.url ?? '');
    try {
      if (secret !== undefined) new Webhook(secret).verify(body, req.headers as Record<string, string>);
    } catch {
      forged++;
    }
    const name = `${req.url} ${String(req.headers['webhook-id'])}`;
    received.set(name, (received.get(name) ?? 0) + 1);
    behave(receiver.manner, res);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, manner: 'answers' },
    ...{ received, secrets, forged: () => forged },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
  return receiver;
}

function behave(manner: Manner, res: ServerResponse): void {
  if (manner === 'answers') res.writeHead(204).end();
  // It has the delivery and says that it has not.
  if (manner === 'lies') res.writeHead(500).end('no idea what this is');
  if (manner === 'refuses') res.writeHead(503, { 'retry-after': '1' }).end();
  if (manner === 'hangs up') res.destroy();
  if (manner === 'redirects') res.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  if (manner !== 'drips') return;
  res.writeHead(200);
  const dripping = setInterval(() => res.write('.'), 100);
  res.once('close', () => clearInterval(dripping));
}
