import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request that a test receiver got. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a receiver does with a request; the default is 204. */
export type Behaviour = (request: ReceivedRequest, res: ServerResponse, socket: Socket) => void;

/** A webhook receiver on loopback. */
export interface Receiver {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** How requests are answered from now on. */
  behave: Behaviour;
  readonly close: () => Promise<void>;
}

/** Starts a receiver on a free port, or on the one named. */
export async function startReceiver(behave?: Behaviour, port = 0): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = await readRequest(req);
    requests.push(request);
    receiver.behave(request, res, req.socket);
  };
  const server = createServer((req, res) => void answer(req, res).catch(() => res.destroy()));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    behave: behave ?? ((_request, res) => void res.writeHead(204).end()),
    close: () => closeServer(server),
  };
  return receiver;
}

async function readRequest(req: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return {
    path: req.url ?? '',
    headers: req.headers as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
