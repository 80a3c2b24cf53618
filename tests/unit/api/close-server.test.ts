import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { followConnections } from '../../../src/api/close-server';

async function startServer(answer: (res: ServerResponse) => void) {
  const server = createServer((_req, res) => answer(res));
  const close = followConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { close, port: (server.address() as AddressInfo).port, server };
}

test('a connection that has asked for nothing does not hold the server', async () => {
  const { close, port, server } = await startServer((res) => res.end());
  const socket = connect(port, '127.0.0.1');
  await once(server, 'connection');
  const ended = once(socket.resume(), 'close');
  await close();
  await ended;
});

test('an answer that is being made is finished', async () => {
  const answers: ServerResponse[] = [];
  const { close, port, server } = await startServer((res) => answers.push(res));
  const asked = request({ port, host: '127.0.0.1' }).end();
  await once(server, 'request');
  const closing = close();
  answers[0].end('done');
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const part of response) text += String(part);
  await closing;
  expect(text).toBe('done');
});
