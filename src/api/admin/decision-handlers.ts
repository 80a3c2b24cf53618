import type { Request } from 'express';
import { z } from 'zod';
import { type DecisionOutcome, type DecisionRequest, makeDecision } from '../../pipeline/make-decision';
import { undoDecision } from '../../pipeline/undo-decision';
import { type KeptDecision, parseDecisionId, readDecidedOn, readDecisions } from '../../store/decisions';
import type { ApiDeps } from '../deps';
import { listFieldErrors } from '../field-errors';
import { readJsonBody } from '../probe';
import { ProblemError } from '../problems';
import { collectionQuery, parseQuery, pathId } from '../query';
import type { Handler } from '../routes';
import { readIntent } from './decision-intent';
import { refuseDecision, refuseUndo } from './decision-problems';
import { type DecisionBody, decisionSchema, undoSchema } from './decision-schema';
import { toDecisionWire } from './decision-wire';
import { readKeyChanges } from './key-audit';
import { publishDecided, readStates } from './story-state';

/** Lists of articles are the longest bodies: 2,000 ids of 200 characters. */
export const MAX_DECISION_BYTES = 1024 * 1024;

/** `POST /admin/api/decisions`: carries out one decision of any type. */
export function postDecision(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const body = await readJsonBody(req, decisionSchema, MAX_DECISION_BYTES);
    res.status(201).json(await carryOut(deps, req, collection, body));
  };
}

type Body = Readonly<Record<string, unknown>>;

/** The short routes: what the path says is put into the body of a decision. */
const FROM_PATH: Readonly<Record<string, (id: string, body: Body) => Body>> = {
  merge: (id, { version, ...rest }) => ({ ...rest, into: { id, version } }),
  split: (id, { version, ...rest }) => ({ ...rest, story: { id, version } }),
  lock: (id, { version, ...rest }) => ({ ...rest, story: { id, version } }),
  pin: (id, { version, ...rest }) => ({ ...rest, story: { id, version } }),
  note: (id, { version, ...rest }) => ({ ...rest, story: { id, version } }),
  confirm: (id, { version, ...rest }) => ({ ...rest, stories: [{ id, version }] }),
  reject: (id, { version, ...rest }) => ({ ...rest, stories: [{ id, version }] }),
  move: (articleId, body) => ({ ...body, articleId }),
  remove: (articleId, body) => ({ ...body, articleId }),
};

/** `POST /admin/api/stories/{id}/…` and `/articles/{id}/…`: a decision whose type and first subject are in the path. */
export function postShortDecision(deps: ApiDeps, type: keyof typeof FROM_PATH): Handler {
  const schema = z
    .record(z.string(), z.unknown(), { error: 'must be a JSON object' })
    .transform((body) => ({ ...body }));
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const given = await readJsonBody(req, schema, MAX_DECISION_BYTES);
    const body = checkDecision({ ...FROM_PATH[type](pathId(req), given), type });
    res.status(201).json(await carryOut(deps, req, collection, body));
  };
}

function checkDecision(input: unknown): DecisionBody {
  const result = decisionSchema.safeParse(input);
  if (result.success) return result.data;
  const errors = listFieldErrors(result.error).map(({ path, message }) => ({
    // Where the path names the story, its version stands alone in the body.
    path: path.replace(/^(?:story|into|stories\[0\])\.version$/, 'version'),
    message,
  }));
  const [first] = errors;
  throw new ProblemError('invalid-body', `The body is not valid: "${first?.path}" ${first?.message}.`, {
    errors,
  });
}

async function carryOut(deps: ApiDeps, req: Request, collection: string, body: DecisionBody) {
  const { outcome, request } = await decide(deps, req, collection, body);
  if (outcome.kind !== 'decided') throw await refuseDecision(deps, collection, outcome, request);
  await publishDecided(deps, collection, outcome.record.stories);
  return {
    decision: toDecisionWire(outcome.record),
    stories: await readStates(deps, collection, outcome.record.stories),
  };
}

/** Reads what a decision names, and carries it out, as `adapt` makes of it. */
export async function decide(
  deps: ApiDeps,
  req: Request,
  collection: string,
  body: DecisionBody,
  adapt: (request: DecisionRequest) => DecisionRequest = (request) => request,
): Promise<{ outcome: DecisionOutcome; request: DecisionRequest }> {
  const request = adapt(await readRequest(deps, req, collection, body));
  return { outcome: await makeDecision(deps.pipeline, collection, request), request };
}

/** A decision with articles and stories looked up. Throws `article-not-found`. */
export async function readRequest(
  deps: ApiDeps,
  req: Request,
  collection: string,
  body: DecisionBody,
): Promise<DecisionRequest> {
  const { intent, seen } = await readIntent(deps, collection, body);
  const { id, name } = req.res!.locals.caller!;
  return {
    ...{ intent, seen, actor: { id, name } },
    replace: new Set((body.replace ?? []).flatMap((one) => parseDecisionId(one) ?? [])),
    ...(body.reason !== undefined && { reason: body.reason }),
    ...(body.type === 'note' && { text: body.text }),
  };
}

/** `POST /admin/api/decisions/{id}/undo`. */
export function postUndo(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const number = decisionNumber(req);
    const hasBody = Number(req.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in req.headers;
    const body = hasBody ? await readJsonBody(req, undoSchema, MAX_DECISION_BYTES) : {};
    const { id, name } = res.locals.caller!;
    const outcome = await undoDecision(deps.pipeline, collection, {
      ...{ number, actor: { id, name } },
      together: new Set((body.with ?? []).flatMap((one) => parseDecisionId(one) ?? [])),
      ...(body.reason !== undefined && { reason: body.reason }),
    });
    if (outcome.kind !== 'decided') throw await refuseUndo(deps, collection, number, outcome);
    await publishDecided(deps, collection, outcome.record.stories);
    res.status(201).json({
      decision: toDecisionWire(outcome.record),
      stories: await readStates(deps, collection, outcome.record.stories),
    });
  };
}

/** `GET /admin/api/decisions/{id}`: also what was done with a key, as the audit names it. */
export function getDecision(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const change = (await readKeyChanges(deps.store.redis, res, pathId(req)))[0];
    if (change) {
      res.json(change);
      return;
    }
    const [record] = await readDecisions(deps.store, collection, [decisionNumber(req)]);
    if (!record) throw decisionNotFound(pathId(req), collection);
    res.json((await describeDecisions(deps, collection, [record]))[0]);
  };
}

function decisionNumber(req: Request): number {
  const number = parseDecisionId(pathId(req));
  if (number === undefined) throw decisionNotFound(pathId(req), 'any');
  return number;
}

export function decisionNotFound(id: string, collection: string): ProblemError {
  return new ProblemError(
    'decision-not-found',
    `There is no decision "${id}" in the collection "${collection}".`,
  );
}

/** The newest decisions on a story, newest first. */
export async function readStoryDecisions(deps: ApiDeps, collection: string, storyId: string, limit: number) {
  const numbers = await readDecidedOn(deps.store, collection, [storyId]);
  const records = await readDecisions(deps.store, collection, numbers.slice(-limit).reverse());
  return describeDecisions(deps, collection, records);
}

/** Stories of one decision whose titles are given: a summary names two. */
const TITLES_SHOWN = 3;

/** Decisions with the titles that the stories they name have now, for people; an id tells them nothing. */
export async function describeDecisions(
  deps: Pick<ApiDeps, 'store'>,
  collection: string,
  records: readonly KeptDecision[],
) {
  const ids = [...new Set(records.flatMap(({ stories }) => stories.slice(0, TITLES_SHOWN)))];
  const titles = new Map((await readStates(deps, collection, ids)).map(({ id, title }) => [id, title]));
  return records.map((record) => ({
    ...toDecisionWire(record),
    titles: Object.fromEntries(
      record.stories.slice(0, TITLES_SHOWN).flatMap((id) => (titles.get(id) ? [[id, titles.get(id)]] : [])),
    ),
  }));
}
