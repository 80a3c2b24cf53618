import type { ApiDeps } from '../../../src/api/deps';
import { getDocs } from '../../../src/api/docs-page';
import { buildOpenApi } from '../../../src/api/openapi';

async function readDocs(): Promise<string> {
  let html = '';
  const res = { set: () => res, type: () => res, send: (text: string) => (html = text) };
  await getDocs({ options: {} } as ApiDeps)({} as never, res as never);
  return html;
}

test('the reference shows every route, and what it refers to is on the page', async () => {
  const html = await readDocs();
  for (const path of Object.keys(buildOpenApi().paths ?? {})) expect(html).toContain(`<code>${path}</code>`);
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
  expect(targets).toContain('schema-PostedArticle');
  expect(targets.filter((target) => !html.includes(`id="${target}"`))).toEqual([]);
  expect(html).not.toContain('[[');
});
