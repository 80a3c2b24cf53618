import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import type { Request, Response } from 'express';
import { logRequests } from '../../../src/api/request-log';
import { createLogger } from '../../../src/logging';

/** What the log has of one request, answered with this status, and the id that it was given. */
function logOf({ level, status, id }: { level: string; status: number; id?: string }) {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const headers = id === undefined ? {} : { 'x-request-id': id };
  const req = { headers, method: 'GET', originalUrl: '/v1/stories?q=secret' } as unknown as Request;
  const sent = new Map<string, string>();
  const res = Object.assign(new EventEmitter(), {
    ...{ statusCode: status, writableEnded: true },
    setHeader: (name: string, value: string) => sent.set(name, value),
  }) as unknown as Response;
  const next = jest.fn();
  void logRequests(createLogger({ role: 'api', level, destination }))(req, res, next);
  expect(next).toHaveBeenCalledTimes(1);
  res.emit('close');
  return { logged: lines.map((line) => JSON.parse(line) as object), id: sent.get('X-Request-Id') };
}

describe('logRequests', () => {
  it('logs a refusal with its request, without query or headers', () => {
    const { logged, id } = logOf({ level: 'info', status: 404, id: 'abc-1' });
    expect(id).toBe('abc-1');
    const [line] = logged;
    expect(line).toMatchObject({
      ...{ level: 'info', role: 'api', msg: 'request completed', res: { status: 404 } },
      req: { id: 'abc-1', method: 'GET', path: '/v1/stories' },
    });
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('gives a request an id of its own where it has none, or one that does not look like one', () => {
    expect(logOf({ level: 'info', status: 200 }).id).toMatch(/^[0-9a-f-]{36}$/);
    expect(logOf({ level: 'info', status: 200, id: 'a b"<c>' }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['info', 200, 0],
    ['debug', 200, 1],
    ['error', 404, 0],
  ])('at %s an answer of %d makes %d lines', (level, status, lines) => {
    expect(logOf({ level, status }).logged).toHaveLength(lines);
  });
});
