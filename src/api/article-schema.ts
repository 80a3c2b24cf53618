import { z } from 'zod';
import type { PostedArticle } from '../store/articles';
import type { FieldError } from './problems';
import { ProblemError } from './problems';
import { clientId, collectionName, freeText, languageTag, lineText, requiredLine, webUrl } from './wire-text';
import { publicationTime } from './wire-time';

/** A posted article and the collection it goes to. */
export interface ArticlePost {
  readonly collection: string;
  readonly article: PostedArticle;
}

const MAX_TEXT = 500_000;
const MAX_HTML = 1_500_000;

/** An optional field: clients send null, absent or an empty text for "do not know", and mean the same. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

const sourceObject = z.object({
  name: requiredLine(200).describe('Name of the outlet'),
  id: optional(clientId).describe('Id of the outlet, when its name may change or is not unique'),
  group: optional(lineText(200)).describe('Owner: outlets of one group do not count as independent'),
});

const source = z
  .union([requiredLine(200), sourceObject], {
    error: (issue) =>
      issue.input === undefined
        ? 'is required: the name of the outlet'
        : 'must be a name or {name, id?, group?}',
  })
  .transform((value) => (typeof value === 'string' ? { name: value } : value));

const articleShape = {
  id: optional(clientId).describe(
    'Your id of the article. Left out: source + URL, else the content identifies it',
  ),
  title: optional(lineText(1_000)),
  text: optional(freeText(MAX_TEXT)).describe(
    'Plain text, paragraphs separated by line breaks; wins over html',
  ),
  html: optional(freeText(MAX_HTML)).describe('Page or fragment; cleaned to text by the service'),
  source: source.describe('The outlet: its name, or an object'),
  url: optional(webUrl),
  canonicalUrl: optional(webUrl),
  publishedAt: optional(publicationTime).describe(
    'ISO 8601; UTC when it has no offset; 1970 to a day from now',
  ),
  author: optional(lineText(500)),
  language: optional(languageTag).describe('BCP 47; detected when left out'),
  collection: optional(collectionName).describe('Isolated corpus; "default" when left out'),
  tags: optional(
    z
      .array(requiredLine(100), { error: 'must be an array of at most 50 strings' })
      .max(50, 'must have at most 50 entries'),
  ),
  credit: optional(lineText(300)).describe('Who the outlet says the report came from, such as an agency'),
  status: optional(z.enum(['usable', 'withheld', 'canceled'])).describe(
    'withheld and canceled articles leave their story',
  ),
};

/** Looked at even when other fields are bad, so that one answer names everything; then the fields may be of any type. */
const contentRule = {
  error: 'at least one of title, text and html must not be empty',
  path: ['text'],
  when: ({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
};

const hasContent = (value: { title?: unknown; text?: unknown; html?: unknown }): boolean =>
  [value.title, value.text, value.html].some(
    (part) => part !== undefined && (typeof part !== 'string' || part.trim() !== ''),
  );

/** One posted article. Fields it does not know are ignored. */
export const articleSchema = z
  .object(articleShape, { error: 'must be a JSON object with the fields of one article' })
  .refine(hasContent, contentRule)
  .meta({ id: 'PostedArticle', description: 'One report as an outlet published it' });

/** The fields of a text that is only looked at, not stored: `/v1/match` and `/v1/compare`. */
export const probeSchema = z
  .object(
    { ...articleShape, source: optional(source) },
    { error: 'must be a JSON object with the fields of one article' },
  )
  .refine(hasContent, contentRule)
  .meta({ id: 'ProbeArticle', description: 'A report to look at without storing it' });

/** Validates one posted article; `collection` is for one that names none. Throws `invalid-article` naming every bad field. */
export function parseArticle(input: unknown, collection?: string): ArticlePost {
  const result = articleSchema.safeParse(input);
  if (!result.success) throw invalidFields('invalid-article', 'The article', result.error);
  return toArticlePost(result.data, collection);
}

/** The validated fields as the store takes them. */
function toArticlePost(fields: z.output<typeof articleSchema>, fallback = 'default'): ArticlePost {
  const { collection = fallback, publishedAt, title = '', status = 'usable', ...rest } = fields;
  return {
    collection,
    article: { ...rest, title, status, ...(publishedAt !== undefined && { publishedAtMs: publishedAt }) },
  };
}

/** A validation failure as a problem: at most 20 fields, each with its path and what would be right. */
export function invalidFields(
  problem: 'invalid-article' | 'invalid-body' | 'invalid-request',
  subject: string,
  error: z.ZodError,
): ProblemError {
  const errors = error.issues.slice(0, 20).map(toFieldError);
  const first = errors[0];
  const others = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more, see "errors")` : '';
  const what = first?.path ? `"${first.path}" ${first.message}` : (first?.message ?? 'is invalid');
  return new ProblemError(problem, `${subject} is not valid: ${what}${others}.`, { errors });
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
