import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often connections are looked at that have become idle with their last answer. */
const LOOK_MS = 50;

/**
 * Follows a server from before it listens, and returns what ends it: takes no new connections, waits for the answers that are being made, and
 * resolves when no connection is left.
 *
 * Browsers and pools of clients open connections ahead of need. Node does not count one that has sent nothing yet as idle, and would wait for
 * its first request until the limit on headers: 15 s.
 */
export function followConnections(server: Server): () => Promise<void> {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const closingIdle = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    }, LOOK_MS);
    await closed;
    clearInterval(closingIdle);
  };
}
