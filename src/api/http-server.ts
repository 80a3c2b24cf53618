import { createServer, type RequestListener, type Server } from 'node:http';

/** Connections of one process. Each takes a file descriptor and some 20 kB. */
const MAX_CONNECTIONS = 20_000;

/**
 * The HTTP server of an API process, not yet listening: Node's strict parser, with limits against clients that send endless headers, or
 * open connections and send next to nothing. A batch may take minutes to arrive; how slowly is up to `readChunks`.
 */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: 15_000,
      requestTimeout: 300_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      connectionsCheckingInterval: 5_000,
      insecureHTTPParser: false,
    },
    app,
  );
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
