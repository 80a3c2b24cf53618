import { parkArticle } from '../../src/store/failures';
import type { TestApi } from '../redis/api/harness';
import type { ReadEvent } from './replay-events';
import { REPORTS } from './reports';

/** Fills the collection `default` with something of everything there is: revisions, decisions, settings, a webhook, what was parked. */
export async function fillSampleCollection(api: TestApi): Promise<void> {
  const { request, store } = api;
  const must = async (method: string, path: string, body?: unknown) => {
    const answer = await request(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  await must('POST', '/v1/webhooks', { url: 'https://hooks.example/sample', types: ['story.created'] });
  await api.post(REPORTS);
  await api.publish();
  const [wire, , brief] = REPORTS;
  await api.post([{ ...wire, title: 'Harwick bridge stays closed after crack is found' }]);
  await api.post([{ ...brief, status: 'canceled' }]);
  await api.publish();
  const storyOf = async (id: string): Promise<string> => (await must('GET', `/v1/articles/${id}`)).storyId;
  const versionOf = async (id: string): Promise<number> => (await must('GET', `/v1/stories/${id}`)).version;
  const [bridge, strike, comet] = [
    await storyOf('bridge-wire'),
    await storyOf('strike-wire'),
    await storyOf('comet'),
  ];
  const see = async (id: string) => ({ id, version: await versionOf(id) });
  const version = await versionOf(strike);
  await must('POST', `/admin/api/stories/${strike}/merge`, {
    version,
    from: [await see(comet)],
    reason: 'a sample',
  });
  await must('POST', '/admin/api/decisions/d1/undo');
  await must('POST', `/admin/api/stories/${bridge}/lock`, {
    version: await versionOf(bridge),
    reason: 'done with',
  });
  await api.publish();
  const [broken] = await api.accept([{ ...REPORTS[5], id: 'broken', url: 'https://broken.example/1' }]);
  await parkArticle(store, 'default', { ordinal: broken.ordinal, revision: 1, error: 'made to fail' });
}

/** What a client reads of a collection, by path: what is stored, and with `computed` also what is worked out from it. */
export async function readAnswers(
  { request }: Pick<TestApi, 'request'>,
  computed: boolean,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const read = async (path: string) => {
    const { status, body } = await request('GET', path);
    answers[path] = { status, body };
    return body;
  };
  const { items } = await read('/v1/stories?sort=first');
  const events = await read('/v1/events?after=0&limit=500');
  const ids = new Set<string>((events.items as ReadEvent[]).flatMap(({ data }) => data.story?.id ?? []));
  for (const { id } of items) ids.add(id);
  for (const id of [...ids].sort()) {
    await read(`/v1/stories/${id}`);
    await read(`/v1/stories/${id}/versions`);
    await read(`/v1/stories/${id}?version=1`);
    if (computed) await read(`/v1/stories/${id}/explain`);
  }
  for (const id of [...REPORTS.map((report) => report.id), 'broken']) {
    await read(`/v1/articles/${id}/revisions`);
    if (computed) await read(`/v1/articles/${id}`);
  }
  for (const list of ['decisions', 'reviews', 'failures', 'constraints', 'settings'])
    await read(`/admin/api/${list}`);
  return answers;
}
