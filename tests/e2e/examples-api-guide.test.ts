import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from '../../src/api/openapi';
import { startReceiver } from '../support/receiver';
import { withService } from '../support/service';

jest.setTimeout(240_000);

const GUIDE = readFileSync(join(__dirname, '../../docs/api.md'), 'utf8');
const BLOCKS = [...GUIDE.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block);

/** Runs a script in `sh`, which stops at the first command that fails; answers what it printed. */
function runShell(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-eu'], { env: { PATH: process.env['PATH'], ...env } });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => parts.push(text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: parts.join('') }));
    child.stdin.end(script);
  });
}

test('every route has a heading of its own with an example below it', () => {
  const sections = GUIDE.split(/^### /m).slice(1);
  const documented = sections
    .filter((text) => text.includes('```sh'))
    .map((text) => /^`(\S+ \S+)`/.exec(text)?.[1]);
  const routes = Object.entries(buildOpenApi().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented).toHaveLength(routes.length);
  expect(new Set(documented)).toEqual(new Set(routes));
});

test('every example of the guide works, pasted from top to bottom', async () => {
  const receiver = await startReceiver();
  try {
    await withService({ env: { WEBHOOK_ALLOW_HOSTS: '127.0.0.1', LOG_LEVEL: 'error' } }, async (service) => {
      const env = { URL: service.url, KEY: service.adminKey, RECEIVER: receiver.url };
      const marked = BLOCKS.map((block, at) => `echo; echo "== block ${at + 1}"\n${block}`);
      const { code, output } = await runShell(marked.join('\n'), env);
      expect({ code, end: output.slice(-1_500) }).toEqual({ code: 0, end: expect.any(String) });

      const shown = output.split(/^== block \d+$/m);
      expect(shown).toHaveLength(BLOCKS.length + 1);
      const printed = (words: string): string =>
        shown[BLOCKS.findIndex((block) => block.includes(words)) + 1];
      expect(printed('LINES')).toMatch(/"accepted":1,"rejected":1/);
      expect(printed('-X DELETE "$URL/v1/articles')).toContain('"status":"withdrawn"');
      expect(printed('q=ferry&minSources=2')).toContain('Ferry with 214 aboard');
      expect(printed('/v1/match')).toMatch(/"verdict":"(?:join|review)"/);
      expect(printed('/v1/compare')).toMatch(/"level":"(?:none|related)"/);
      expect(printed('text/event-stream')).toMatch(/^event: story\.created$/m);
      expect(printed('cloudevents-batch')).toContain('"specversion":"1.0"');
      expect(printed('rotate-secret')).toContain('"secret":"whsec_');
      expect(printed('No source')).toContain('/problems/invalid-article');
      const types = receiver.requests.map(({ body }) => (JSON.parse(body) as { type: string }).type);
      expect(types).toEqual(expect.arrayContaining(['webhook.test', 'story.created', 'story.retracted']));
    });
  } finally {
    await receiver.close();
  }
});
