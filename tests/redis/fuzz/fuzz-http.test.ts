import { buildAdminOpenApi } from '../../../src/api/admin/admin-paths';
import { buildOpenApi } from '../../../src/api/openapi';
import { createApiKey } from '../../../src/store/api-keys';
import { type ApiDocument, fuzzHttp } from '../../support/http-fuzz';
import { REPORTS } from '../../support/reports';
import { ADMIN_KEY, withApi } from '../api/harness';

const REQUESTS = 1_500;
const SEED = 20_261_123;
const documents = [buildOpenApi(), buildAdminOpenApi()] as unknown as readonly ApiDocument[];

jest.setTimeout(300_000);

test(`${REQUESTS.toLocaleString('en')} requests made of the OpenAPI documents are answered as these say, and the service works on`, async () => {
  await withApi({}, async (api) => {
    await api.post(REPORTS.slice(0, 6));
    await api.publish();
    const webhook = await api.request('POST', '/v1/webhooks', {
      body: { url: 'https://receiver.example/hook' },
    });
    const stories = (await api.request('GET', '/v1/stories')).body.items as readonly { id: string }[];
    const limited = await createApiKey(
      api.store.redis,
      { name: 'a', scopes: ['review'], collections: ['default'] },
      Date.now(),
    );
    const words = [
      ...REPORTS.slice(0, 6).map(({ id }) => String(id)),
      ...stories.map(({ id }) => id),
      webhook.body.id,
      'd1',
      'default',
      'other',
    ];
    const report = await fuzzHttp(
      { url: api.url, documents, keys: [ADMIN_KEY, ADMIN_KEY, ADMIN_KEY, limited.token], words },
      { requests: REQUESTS, seed: SEED },
    );
    expect(report.complaints).toEqual([]);
    expect([...report.statuses.keys()]).toEqual(
      expect.arrayContaining([200, 202, 400, 401, 403, 404, 406, 415, 422]),
    );
    // Many operations were reached with requests that they could fulfil.
    expect(report.fulfilled.size).toBeGreaterThan(report.operations / 4);

    const posted = await api.on('calm').post([
      { ...REPORTS[0], id: 'calm-1', source: { name: 'Calm Courier' } },
      { ...REPORTS[0], id: 'calm-2', source: { name: 'Calm Radio' } },
    ]);
    expect(posted).toHaveLength(2);
    await api.on('calm').publish();
    const { items } = (await api.request('GET', '/v1/stories?collection=calm')).body;
    expect(items).toMatchObject([{ counts: { articles: 2 } }]);
  });
});
