import type { PostedArticle } from '../../src/store/articles';
import type { Service } from './service';

/** A report as a client posts it. */
export function toWire({ publishedAtMs, ...report }: PostedArticle, collection: string): string {
  const publishedAt = publishedAtMs === undefined ? undefined : new Date(publishedAtMs).toISOString();
  return JSON.stringify({ ...report, publishedAt, collection });
}

/** Posts reports as one batch and fails unless all are accepted. */
export async function postBatch(
  service: Service,
  collection: string,
  reports: readonly PostedArticle[],
): Promise<void> {
  const response = await service.request('/v1/articles/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: reports.map((report) => toWire(report, collection)).join('\n'),
  });
  const answer = (await response.json()) as { accepted?: number };
  if (response.status !== 202 || answer.accepted !== reports.length)
    throw new Error(
      `The batch was answered ${response.status}: ${JSON.stringify(answer).slice(0, 500)}\n${service.logs().slice(-3_000)}`,
    );
}

/** Posts reports one by one, all at the same instant, and fails unless all are accepted. */
export async function postAtOnce(
  service: Service,
  collection: string,
  reports: readonly PostedArticle[],
): Promise<void> {
  const responses = await Promise.all(
    reports.map((report) =>
      service.request('/v1/articles', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: toWire(report, collection),
      }),
    ),
  );
  const refused = responses.find(({ status }) => status !== 202);
  if (refused) throw new Error(`A post was answered ${refused.status}: ${await refused.text()}`);
}
