import type { z } from 'zod';
import { type FieldError, ProblemError } from './problems';

const MOST_ERRORS = 20;

/** A validation failure as a problem: at most 20 fields, each with its path and what would be right. */
export function invalidFields(
  problem: 'invalid-article' | 'invalid-body' | 'invalid-request',
  subject: string,
  error: z.ZodError,
): ProblemError {
  const all = listFieldErrors(error);
  const errors = all.slice(0, MOST_ERRORS);
  const first = errors[0];
  const others = all.length > 1 ? ` (and ${all.length - 1} more, see "errors")` : '';
  const what = first?.path ? `"${first.path}" ${first.message}` : (first?.message ?? 'is invalid');
  return new ProblemError(problem, `${subject} is not valid: ${what}${others}.`, { errors });
}

/** What is wrong with which field. A name that is too long and has a wrong letter breaks two rules with one message: given once. */
export function listFieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.flatMap(toFieldErrors);
  return errors.filter(
    ({ path, message }, index) =>
      errors.findIndex((other) => other.path === path && other.message === message) === index,
  );
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== 'unrecognized_keys') return [toFieldError(issue)];
  return issue.keys.slice(0, MOST_ERRORS).map((key) => ({
    path: formatPath([...issue.path, key.slice(0, 100)]),
    message: 'is not known here; /docs lists what is',
  }));
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  const deeper = issue.code === 'invalid_union' ? bestBranch(issue.errors) : undefined;
  const path = [...issue.path, ...(deeper?.path ?? [])];
  return { path: formatPath(path), message: (deeper?.message ?? issue.message).slice(0, 300) };
}

/** Of a union the branch that got furthest: `source.name` is required says more than "must be a name or an object". */
function bestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined {
  return branches.flat().find((issue) => issue.path.length > 0 || issue.code !== 'invalid_type');
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}
