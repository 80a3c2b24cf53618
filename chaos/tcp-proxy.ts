import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on loopback that can be slow, silent or rude. */
export interface TcpProxy {
  readonly port: number;
  /** Where new connections lead to. */
  target: number;
  /** Wait of every piece of data, each way. */
  delayMs: number;
  /** While set nothing passes and nothing is refused, as with a cable that was pulled. */
  isSilent: boolean;
  /** While set new connections are closed at once. */
  isClosed: boolean;
  /** Breaks every connection. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    if (proxy.isClosed) {
      client.destroy();
      return;
    }
    const upstream = connect(proxy.target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      open.add(from);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.once('close', () => {
        open.delete(from);
        to.destroy();
      });
      forward(from, to, proxy);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const proxy: TcpProxy = {
    ...{ port: (server.address() as AddressInfo).port, target, delayMs: 0, isSilent: false, isClosed: false },
    cut,
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return closed;
    },
  };
  return proxy;
}

const SILENCE_LOOK_MS = 20;

/** Passes data on in order, each piece no sooner than the proxy says. */
function forward(from: Socket, to: Socket, proxy: TcpProxy): void {
  let last = Promise.resolve();
  from.on('data', (data) => {
    if (proxy.delayMs === 0 && !proxy.isSilent) {
      last = last.then(() => void to.write(data));
      return;
    }
    const dueAt = performance.now() + proxy.delayMs;
    last = last.then(() => passLater(data, dueAt));
  });
  const passLater = async (data: Buffer, dueAt: number): Promise<void> => {
    await pause(dueAt - performance.now());
    while (proxy.isSilent && !from.destroyed) await pause(SILENCE_LOOK_MS);
    to.write(data);
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
