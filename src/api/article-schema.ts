import { z } from 'zod';
import type { PostedArticle } from '../store/articles';
import { titleOf } from '../text/html-title';
import { invalidFields } from './field-errors';
import { clientId, collectionName, freeText, languageTag, lineText, requiredLine, webUrl } from './wire-text';
import { publicationTime } from './wire-time';

/** A posted article and the collection it goes to. */
export interface ArticlePost {
  readonly collection: string;
  readonly article: PostedArticle;
  /** Fields that were sent and are not known, so that a misspelled one is noticed. */
  readonly ignored?: readonly string[];
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
  title: optional(lineText(1_000)).describe('Left out: the headline of the html'),
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

/** One posted article. Fields it does not know are ignored, and named in the answer. */
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
  const ignored = unknownFields(input as object);
  return { ...toArticlePost(result.data, collection), ...(ignored.length > 0 && { ignored }) };
}

/** Names that tell of a misspelling; a file with a column more has it in every line, so no more than this many. */
const IGNORED_SHOWN = 10;

/** The fields of an article that the service does not know, by their first 100 characters. */
function unknownFields(input: object): string[] {
  const { source: given } = input as { readonly source?: unknown };
  const inSource = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  return [
    ...Object.keys(input).filter((name) => !Object.hasOwn(articleShape, name)),
    ...inSource.filter((name) => !Object.hasOwn(sourceObject.shape, name)).map((name) => `source.${name}`),
  ]
    .slice(0, IGNORED_SHOWN)
    .map((name) => name.slice(0, 100));
}

/** The validated fields as the store takes them. */
function toArticlePost(fields: z.output<typeof articleSchema>, fallback = 'default'): ArticlePost {
  const { collection = fallback, publishedAt, status = 'usable', ...rest } = fields;
  return {
    collection,
    article: {
      ...rest,
      title: titleOf(fields),
      status,
      ...(publishedAt !== undefined && { publishedAtMs: publishedAt }),
    },
  };
}
