import { setTimeout as pause } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { rebuildVersion } from '../pipeline/rebuild-version';
import {
  readStoryDocument,
  readStoryVersions,
  resolveStoryId,
  type StoryDocument,
} from '../store/story-documents';
import type { CanonicalStory } from '../story/canonical-story';
import { toJsonLd } from '../story/to-json-ld';
import { toNinjs } from '../story/to-ninjs';
import type { ApiDeps } from './deps';
import { unavailable } from './error-handler';
import { storyUrl } from './links';
import { negotiate } from './negotiate';
import { NINJS_TYPE } from './ninjs';
import { ProblemError } from './problems';
import { collectionQuery, parseQuery, pathId, wholeNumber } from './query';
import type { Handler } from './routes';

const JSON_LD_TYPE = 'application/ld+json';
const STORY_TYPES = ['application/json', JSON_LD_TYPE, NINJS_TYPE] as const;

export const storyQuerySchema = collectionQuery.extend({
  version: wholeNumber(1, 1_000_000_000).optional().describe('The story as it was in this version'),
});

export const storyArticlesQuerySchema = collectionQuery.extend({
  limit: wholeNumber(1, 500).default(100),
  cursor: wholeNumber(0, 1_000_000_000).optional().describe('nextCursor of the page before'),
});

export const storyVersionsQuerySchema = storyArticlesQuerySchema;

/** `GET /v1/stories/{id}`: the canonical story; 301 to the survivor when it was merged away. */
export function getStory(deps: ApiDeps): Handler {
  return async (req, res) => {
    res.vary('Accept');
    const type = negotiate(req, STORY_TYPES);
    const { collection, version } = parseQuery(storyQuerySchema, req);
    const found = await findStory(deps, req, res, collection, version);
    if (!found) return;
    res
      .type(type === 'application/json' ? 'json' : type)
      .send(JSON.stringify(present(found, type, deps.options.publicUrl)));
  };
}

/** A story in another vocabulary is named by its address where that is known, else by a URN. */
function present(
  story: CanonicalStory,
  type: (typeof STORY_TYPES)[number],
  publicUrl: string | undefined,
): unknown {
  const address = publicUrl === undefined ? undefined : storyUrl(story.id, story.collection, publicUrl);
  if (type === JSON_LD_TYPE) return toJsonLd(story, address);
  return type === NINJS_TYPE ? toNinjs(story, address) : story;
}

/** `GET /v1/stories/{id}/articles`: its members with their roles, in order of publication. */
export function getStoryArticles(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection, limit, cursor = 0 } = parseQuery(storyArticlesQuerySchema, req);
    const story = await findStory(deps, req, res, collection);
    if (!story) return;
    const items = story.articles.slice(cursor, cursor + limit);
    const next = cursor + items.length;
    res.json({ items, nextCursor: next < story.articles.length ? String(next) : null });
  };
}

/** `GET /v1/stories/{id}/versions`: what changed and when, newest first. Also answers for a story that was merged away. */
export function getStoryVersions(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection, limit, cursor } = parseQuery(storyVersionsQuerySchema, req);
    const id = pathId(req);
    const versions = await readStoryVersions(deps.store, collection, id, {
      limit,
      ...(cursor !== undefined && { before: cursor }),
    });
    if (versions.length === 0 && cursor === undefined && !(await readDocument(deps, collection, id))) {
      throw storyNotFound(id, collection);
    }
    const items = versions.map(({ version, at, change, events = [] }) => ({
      version,
      at: new Date(at).toISOString(),
      change,
      events,
    }));
    const oldest = versions.at(-1)?.version ?? 1;
    res.json({ items, nextCursor: oldest > 1 ? String(oldest) : null });
  };
}

/** The story the request names; undefined when the answer has been given already: a redirect to the survivor. */
export async function findStory(
  deps: ApiDeps,
  req: Request,
  res: Response,
  collection: string,
  version?: number,
): Promise<CanonicalStory | undefined> {
  const id = pathId(req);
  const document = await readDocument(deps, collection, id);
  if (!document) throw storyNotFound(id, collection);
  if (version !== undefined) return findVersion(deps, collection, id, document, version);
  if (document.kind === 'story') return document.story;
  await redirectToSurvivor(deps, req, res, collection, id);
  return undefined;
}

async function findVersion(
  deps: ApiDeps,
  collection: string,
  id: string,
  document: StoryDocument,
  version: number,
): Promise<CanonicalStory> {
  if (document.kind === 'story' && document.story.version === version) return document.story;
  const past = await rebuildVersion(deps.pipeline, collection, id, version);
  if (past) return past;
  throw new ProblemError(
    'story-not-found',
    `The story "${id}" has no version ${version}; see its /versions.`,
  );
}

/** A permanent redirect that keeps the rest of the address, so `/articles` of a merged story leads to those of the survivor. */
async function redirectToSurvivor(
  deps: ApiDeps,
  req: Request,
  res: Response,
  collection: string,
  id: string,
): Promise<void> {
  const survivor = await resolveStoryId(deps.store, collection, id);
  const own = new URL(req.originalUrl, 'http://localhost');
  const rest = own.pathname
    .split('/')
    .slice(4)
    .map((part) => `/${part}`)
    .join('');
  const location = `${deps.options.publicUrl ?? ''}/v1/stories/${encodeURIComponent(survivor)}${rest}${own.search}`;
  const links = { into: storyUrl(survivor, collection, deps.options.publicUrl) };
  res.status(301).set('Location', location).json({ id, collection, status: 'merged', into: survivor, links });
}

/** The ledger knows a new story some milliseconds before its first document is written. */
const PUBLISH_WAIT_MS = 2_000;
const PUBLISH_LOOK_MS = 50;

async function readDocument(
  { store }: ApiDeps,
  collection: string,
  id: string,
): Promise<Exclude<StoryDocument, { kind: 'unpublished' }> | undefined> {
  const deadline = Date.now() + PUBLISH_WAIT_MS;
  for (;;) {
    const document = await readStoryDocument(store, collection, id);
    if (document?.kind !== 'unpublished') return document;
    if (Date.now() > deadline) throw unavailable('The story is about to be published', 1);
    await pause(PUBLISH_LOOK_MS);
  }
}

function storyNotFound(id: string, collection: string): ProblemError {
  return new ProblemError('story-not-found', `There is no story "${id}" in the collection "${collection}".`);
}
