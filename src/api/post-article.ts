import type { Accepted } from '../store/articles';
import { type ArticleGate, senderOf } from './article-gate';
import { type ArticlePost, parseArticle } from './article-schema';
import { requireCollection } from './authenticate';
import { readBody, requireMediaType } from './body';
import type { ApiDeps } from './deps';
import { type Answer, runOnce } from './idempotent';
import { parseJson } from './json-text';
import { articleLinks } from './links';
import { NINJS_TYPE, parseNinjs } from './ninjs';
import { optionalCollectionQuery, parseQuery } from './query';
import type { Handler } from './routes';
import { sendAccepted } from './send-accepted';

const MEDIA_TYPES = ['application/json', NINJS_TYPE] as const;

/** `POST /v1/articles`: 202 once the article is kept and marked as waiting for a worker. */
export function postArticle(deps: ApiDeps, gate: ArticleGate): Handler {
  const { maxBodyBytes, publicUrl } = deps.options;
  return async (req, res) => {
    const type = requireMediaType(req, MEDIA_TYPES);
    const { collection } = parseQuery(optionalCollectionQuery, req);
    const answer = await runOnce(
      deps.store.redis,
      req,
      res,
      async (hash): Promise<Answer> => {
        await gate.expectRoom(senderOf(req, res));
        const bytes = await readBody(req, maxBodyBytes);
        hash.update(bytes);
        const post = readPost(deps, bytes, type, collection);
        requireCollection(req, post.collection);
        return describe(await gate.acceptOne(post, senderOf(req, res)), post, publicUrl);
      },
      async (hash) => hash.update(await readBody(req, maxBodyBytes)),
    );
    const { links } = answer.body as { links: { self: string } };
    res.setHeader('Location', links.self);
    sendAccepted(res, answer);
  };
}

function readPost(deps: ApiDeps, bytes: Buffer, type: string, collection: string | undefined): ArticlePost {
  try {
    const input = parseJson(bytes);
    return type === NINJS_TYPE ? parseNinjs(input, collection) : parseArticle(input, collection);
  } catch (error) {
    deps.metrics.articlesPosted.inc({ result: 'rejected' });
    throw error;
  }
}

function describe({ id, revision, status }: Accepted, post: ArticlePost, publicUrl?: string): Answer {
  const { collection, ignored } = post;
  const links = articleLinks(id, collection, publicUrl);
  return { status: 202, body: { id, status, revision, collection, ...(ignored && { ignored }), links } };
}
