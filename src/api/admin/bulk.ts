import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { type DecisionRequest, previewDecision } from '../../pipeline/make-decision';
import { storiesOf } from '../../review/intent';
import type { ApiDeps } from '../deps';
import { toProblem } from '../error-handler';
import { readJsonBody } from '../probe';
import { ProblemError } from '../problems';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { decide, MAX_DECISION_BYTES, readRequest } from './decision-handlers';
import { refuseDecision } from './decision-problems';
import { bulkSchema, type DecisionBody } from './decision-schema';
import { toDecisionWire } from './decision-wire';
import { publishDecided, readStates } from './story-state';

/** Above these a person has to say so twice. */
const ARTICLES_WITHOUT_ASKING = 20;
const DECISIONS_WITHOUT_ASKING = 10;

const MAX_BYTES = 4 * MAX_DECISION_BYTES;

interface Previewed {
  readonly index: number;
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

/** `POST /admin/api/decisions/preview`: what decisions would change, each looked at by itself. Changes nothing. */
export function postPreview(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const { decisions } = await readJsonBody(req, bulkSchema, MAX_BYTES);
    res.json(await preview(deps, req, collection, decisions));
  };
}

async function preview(deps: ApiDeps, req: Request, collection: string, decisions: readonly DecisionBody[]) {
  const items: Previewed[] = [];
  const articles = new Set<number>();
  const stories = new Set<string>();
  for (const [index, body] of decisions.entries()) {
    try {
      const request = await readRequest(deps, req, collection, body);
      const outcome = await previewDecision(deps.pipeline, collection, request);
      if (outcome.kind !== 'planned') throw await refuseDecision(deps, collection, outcome, request);
      const { moves, added, removed, fields } = outcome.effects;
      for (const { ordinal, from, to } of moves) {
        articles.add(ordinal);
        stories.add(from).add(to);
      }
      for (const id of storiesOf(request.intent)) stories.add(id);
      const change = {
        articles: moves.length,
        constraints: added.length + removed.length,
        fields: fields.length,
      };
      items.push({ index, ok: true, type: body.type, ...change });
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status >= 500) throw error;
      items.push({ index, ok: false, type: body.type, problem: problem.toDocument() });
    }
  }
  const isLarge = articles.size > ARTICLES_WITHOUT_ASKING || decisions.length > DECISIONS_WITHOUT_ASKING;
  return {
    articles: articles.size,
    stories: stories.size,
    /** Bound to these very decisions: others need one of their own. */
    confirmation: isLarge ? confirmationOf(collection, decisions) : null,
    items,
  };
}

function confirmationOf(collection: string, decisions: readonly DecisionBody[]): string {
  return createHash('sha256')
    .update(JSON.stringify([collection, decisions]))
    .digest('base64url')
    .slice(0, 22);
}

/** `POST /admin/api/decisions/bulk`: carries out decisions in order; each stands alone. Large ones need the preview's confirmation. */
export function postBulk(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const { decisions, confirmation } = await readJsonBody(req, bulkSchema, MAX_BYTES);
    const seen = await preview(deps, req, collection, decisions);
    if (seen.confirmation !== null && confirmation !== seen.confirmation) {
      const size = `${seen.articles} articles of ${seen.stories} stories in ${decisions.length} decisions`;
      throw new ProblemError('confirmation-needed', `This concerns ${size}.`, { members: seen });
    }
    const items = [];
    const versions = new Map<string, number>();
    for (const [index, body] of decisions.entries())
      items.push(await carryOut(deps, req, collection, body, index, versions));
    res.json({ items });
  };
}

/** `changed` holds the versions that earlier decisions of the same request led to: to those the reviewer has agreed. */
async function carryOut(
  deps: ApiDeps,
  req: Request,
  collection: string,
  body: DecisionBody,
  index: number,
  changed: Map<string, number>,
) {
  try {
    const { outcome, request } = await decide(deps, req, collection, body, (asked) => follow(asked, changed));
    if (outcome.kind !== 'decided') throw await refuseDecision(deps, collection, outcome, request);
    await publishDecided(deps, collection, outcome.record.stories);
    const stories = await readStates(deps, collection, outcome.record.stories);
    for (const { id, version } of stories) changed.set(id, version);
    return { index, decision: toDecisionWire(outcome.record), stories };
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status >= 500) throw error;
    return { index, problem: problem.toDocument() };
  }
}

function follow(request: DecisionRequest, changed: ReadonlyMap<string, number>): DecisionRequest {
  const seen = new Map([...request.seen].map(([id, version]) => [id, changed.get(id) ?? version]));
  return { ...request, seen };
}
