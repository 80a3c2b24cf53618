import type { Request } from 'express';
import { ProblemError } from './problems';

/** The best of the `offered` media types for the request's Accept header; the first when it has none. 406 when none fits. */
export function negotiate<const T extends string>(req: Request, offered: readonly T[]): T {
  const chosen = req.accepts([...offered]);
  if (chosen === false) {
    throw new ProblemError(
      'not-acceptable',
      `This address can answer ${offered.join(', ')}; none of these is accepted.`,
    );
  }
  return chosen as T;
}
