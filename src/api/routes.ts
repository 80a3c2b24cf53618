import type { Request, RequestHandler, Response, Router } from 'express';
import type { Scope } from '../store/api-keys';
import { requireScope } from './authenticate';
import { ProblemError } from './problems';

/** Who may call a route: a scope, `openRead` (a scope unless reads are open), or anyone. */
export type Access = Scope | 'openRead' | 'anyone';

export type Handler = (req: Request, res: Response) => Promise<void> | void;

/** The methods of one path: who may call each, and what does the work. */
export type Methods = Partial<
  Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', readonly [Access, Handler]>
>;

/** Enters a path into a router. Any other method is answered 405 with `Allow`, OPTIONS with 204 and `Allow`. */
export function mount(router: Router, path: string, methods: Methods): void {
  const route = router.route(path);
  for (const [method, [access, handler]] of Object.entries(methods)) {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    route[verb](requireScope(access), handler);
  }
  route.all(otherMethods(Object.keys(methods)));
}

function otherMethods(known: readonly string[]): RequestHandler {
  const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (req, res) => {
    if (req.method === 'OPTIONS') {
      res.set('Allow', allow).status(204).end();
      return;
    }
    throw new ProblemError('method-not-allowed', `${req.method} is not possible here; use ${allow}.`, {
      headers: { Allow: allow },
    });
  };
}
