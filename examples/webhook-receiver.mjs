// Receives Storyfold's webhooks: checks the signature, drops what it has had, answers at once, then does its work.
//
//   WEBHOOK_SECRET=whsec_… PORT=8080 node examples/webhook-receiver.mjs
//
// While a secret is being replaced, give both, separated by a space.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secrets = (process.env.WEBHOOK_SECRET ?? '').split(' ').filter(Boolean);
const keys = secrets.map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
const MAX_BODY_BYTES = 1024 * 1024;
const MAX_SKEW_SECONDS = 300;
const seen = new Set();

function isSigned(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given = '' } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < MAX_SKEW_SECONDS)) return false;
  const signed = `${id}.${timestamp}.${body}`;
  const right = keys.map((key) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  return given.split(' ').some((signature) => right.some((one) => isSame(signature, one)));
}

function isSame(a, b) {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** False for a message that has been here. A real receiver keeps the ids where its results are. */
function isNew(id) {
  if (seen.has(id)) return false;
  seen.add(id);
  if (seen.size > 10_000) seen.delete(seen.values().next().value);
  return true;
}

function work({ id, type, data }) {
  const { id: story, version, title } = data.story ?? {};
  console.log(JSON.stringify({ id, type, story, version, title: title?.text }));
}

const server = createServer(async (req, res) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of req) if ((size += chunk.length) <= MAX_BODY_BYTES) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const isGood = size <= MAX_BODY_BYTES && isSigned(req.headers, body);
  // Answer first: Storyfold waits 15 s, and the next event of the story waits for the answer.
  res.writeHead(isGood ? 204 : 400).end();
  if (isGood && isNew(req.headers['webhook-id'])) work(JSON.parse(body));
});

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.error(`listening on ${server.address().port}`);
});
