import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { ProblemError } from './problems';

/** Beside the compiled API; there only once `scripts/build-admin.mjs` has run. */
const BUILT = join(__dirname, '../admin');

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Everything from here, nothing inline, and text can never become markup: no script makes any. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

interface Asset {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

/** Everything under `/admin` but the routers beside it. */
const PAGES = /^\/(?!api\/|api$|queues\/|queues$).*/;

/**
 * Serves the review page under `/admin`: the same document for every deep link, and its files by hashed names.
 * All of it is some 100 kB and kept in memory. Needs no log-in: the page holds nothing but the form for that.
 */
export function createAdminPage(folder: string = BUILT): Router {
  const router = Router({ caseSensitive: true });
  if (!existsSync(join(folder, 'assets'))) {
    router.get(PAGES, () => {
      throw new ProblemError('not-found', 'The review page is not built; run npm run build.');
    });
    return router;
  }
  const page = readFileSync(join(folder, 'index.html'));
  router.get('/assets/:name', sendAsset(readAssets(join(folder, 'assets'))));
  router.get(PAGES, (_req, res) => {
    res.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' }).type('html').send(page);
  });
  return router;
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.gz'));
  return new Map(
    names.map((name) => [
      name,
      { plain: readFileSync(join(folder, name)), gzipped: readFileSync(join(folder, `${name}.gz`)) },
    ]),
  );
}

function sendAsset(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (req, res) => {
    const name = String(req.params.name);
    const asset = assets.get(name);
    if (!asset) throw new ProblemError('not-found', 'The page has no such file; load it again.');
    // The name changes with the content.
    res.set('Cache-Control', 'public, max-age=31536000, immutable').vary('Accept-Encoding');
    res.type(TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    if (req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').send(asset.gzipped);
    else res.send(asset.plain);
  };
}
