import { matchCandidates } from '../../matching/match';
import { choosePart } from '../../matching/model';
import { analyseArticle } from '../../pipeline/analyse';
import { alignRows } from '../../review/aligned-rows';
import { readBodies, readOrdinals } from '../../store/articles';
import { readPlacements } from '../../store/ledger';
import type { ApiDeps } from '../deps';
import { roundProbability, toMatchWire } from '../match-wire';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { clientId } from '../wire-text';
import { articleNotFound } from './lists';
import { readRecordedMatch } from './recorded-match';

export const compareQuerySchema = collectionQuery.extend({
  a: clientId.describe('Id of an article'),
  b: clientId.describe('Id of another article'),
});

/** `GET /admin/api/compare`: two articles side by side, sentence by sentence and word by word, with the evidence. */
export function getCompare(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, a, b } = parseQuery(compareQuerySchema, req);
    const ordinals = await readOrdinals(deps.store, collection, [a, b]);
    const known = ordinals.map((ordinal) => ({ ordinal: ordinal ?? 0 }));
    const articles = await readBodies(deps.store, collection, known);
    [a, b].forEach((id, i) => {
      if (ordinals[i] === undefined || !articles[i]) throw articleNotFound(id, collection);
    });
    const placements = await readPlacements(
      deps.store,
      collection,
      known.map(({ ordinal }) => ordinal),
    );
    const [left, right] = await Promise.all(
      articles.map((article) => analyseArticle(deps.pipeline, article!, { count: false })),
    );
    const { model } = deps.pipeline;
    const recorded = await readRecordedMatch(deps, collection, [ordinals[0]!, ordinals[1]!]);
    const other = { ordinal: 1, fingerprint: right.fingerprint };
    const match = recorded?.match ?? matchCandidates(left.fingerprint, [other], model)[0];
    const { merge, review } = (await deps.pipeline.settings(collection)).thresholds;
    const [first, second] = [left, right].map(({ article, clean }) => ({
      ...{ article, clean, probability: 1, joinedAtMs: 0 },
    }));
    res.json({
      ...Object.fromEntries(
        [left, right].map(({ article, clean }, i) => [
          i === 0 ? 'a' : 'b',
          {
            ...{ id: article.id, title: article.title, source: article.source, url: article.url ?? null },
            publishedAt:
              article.publishedAtMs === undefined ? null : new Date(article.publishedAtMs).toISOString(),
            ...{ language: clean.language, storyId: placements[i]?.storyId ?? null },
          },
        ]),
      ),
      ...toMatchWire(match, model),
      /** What the pipeline decided by; null for a pair it never compared. The evidence is then of these two alone. */
      recorded: recorded ? { probability: recorded.probability, among: recorded.among } : null,
      intercept: roundProbability(choosePart(model, match.features).intercept),
      rows: alignRows(first, second),
      thresholds: { merge, review },
    });
  };
}
