import { z } from 'zod';
import { matchCandidates } from '../matching/match';
import type { AnalysedArticle } from '../pipeline/analyse';
import { alignSentences } from '../story/align-sentences';
import { probeSchema } from './article-schema';
import type { ApiDeps } from './deps';
import { toMatchWire } from './match-wire';
import { analyseProbe, readJsonBody } from './probe';
import type { Handler } from './routes';
import { collectionName } from './wire-text';

export const compareSchema = z.object(
  {
    a: probeSchema,
    b: probeSchema,
    collection: collectionName.default('default').describe('Whose word statistics are used'),
  },
  { error: 'must be an object {a, b} of two articles' },
);

/** Passages shown; a pair of long texts can have thousands. */
const MAX_PASSAGES = 200;

/** `POST /v1/compare`: how two texts relate, the evidence, and the passages they share. */
export function postCompare(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { a, b, collection } = await readJsonBody(req, compareSchema, 2 * deps.options.maxBodyBytes);
    const [left, right] = [
      await analyseProbe(deps.pipeline, { ...a, id: 'a' }, collection),
      await analyseProbe(deps.pipeline, { ...b, id: 'b' }, collection),
    ];
    const { model } = deps.pipeline;
    const [match] = matchCandidates(
      left.fingerprint,
      [{ ordinal: 0, fingerprint: right.fingerprint }],
      model,
    );
    res.json({
      ...toMatchWire(match, model),
      passages: alignPassages(left, right),
      languages: [left.clean.language, right.clean.language],
      paramsVersion: model.paramsVersion,
    });
  };
}

/** A sentence that both texts carry, in the words of each. `same` when they are equal but for spacing and case. */
interface Passage {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

function alignPassages(left: AnalysedArticle, right: AnalysedArticle): Passage[] {
  const members = [left, right].map(({ article, clean }) => ({
    article,
    clean,
    probability: 1,
    joinedAtMs: 0,
  }));
  const { units } = alignSentences(members, new Set([0, 1]));
  const passages = units.flatMap(({ places }) => {
    const [a, b] = [0, 1].map(
      (member) => places.find(({ sentence }) => sentence.member === member)?.sentence,
    );
    return a && b ? [{ a: a.text, b: b.text, same: a.key === b.key }] : [];
  });
  return passages.slice(0, MAX_PASSAGES);
}
