// Follows Storyfold's event stream and goes on where it stopped, however often it or the service is restarted.
//
//   STORYFOLD_URL=http://127.0.0.1:3000 STORYFOLD_KEY=sfk_… node examples/event-subscriber.mjs position-file
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const { STORYFOLD_URL = 'http://127.0.0.1:3000', STORYFOLD_KEY, FILTER = '' } = process.env;
const file = process.argv[2] ?? 'position';
// Without a position: everything that is still kept.
let position = existsSync(file) ? readFileSync(file, 'utf8') : '0';
let retryMs = 1_000;

/** Kept after the work is done: an event is seen again rather than missed. Renamed, so that no half file is ever read. */
function keepPosition(id) {
  position = id;
  writeFileSync(`${file}.new`, id);
  renameSync(`${file}.new`, file);
}

function work({ id, type, data }) {
  console.log(JSON.stringify({ id, type, story: data.story?.id, version: data.story?.version }));
}

function take(frame) {
  const fields = { data: '' };
  for (const line of frame.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') fields.data += `${value}\n`;
    else if (name) fields[name] = value;
  }
  if (fields.retry) retryMs = Number(fields.retry);
  if (fields.event === 'stream.reset') console.error('events were missed: read the stories anew');
  if (!fields.id) return;
  work(JSON.parse(fields.data));
  keepPosition(fields.id);
}

async function follow() {
  const headers = { accept: 'text/event-stream', 'last-event-id': position };
  if (STORYFOLD_KEY) headers.authorization = `Bearer ${STORYFOLD_KEY}`;
  const answer = await fetch(`${STORYFOLD_URL}/v1/events?${FILTER}`, { headers });
  if (!answer.ok) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  let rest = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const frames = (rest + text).split('\n\n');
    rest = frames.pop();
    frames.forEach(take);
  }
}

for (;;) {
  await follow().catch((error) => console.error(`${error.message}; trying again`));
  await pause(retryMs);
}
