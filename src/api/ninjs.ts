import { z } from 'zod';
import { type ArticlePost, parseArticle } from './article-schema';
import { invalidFields } from './field-errors';
import { ProblemError } from './problems';

/** Media type of IPTC's News in JSON. */
export const NINJS_TYPE = 'application/vnd.iptc.ninjs+json';

const looseText = z.string().max(2_000_000).nullish();
const valued = z
  .array(z.object({ role: looseText, contentType: looseText, contenttype: looseText, value: looseText }))
  .max(100)
  .nullish();
const named = z
  .array(z.object({ name: looseText, role: looseText, rel: looseText, uri: looseText }))
  .max(500)
  .nullish();

/** The part of ninjs that an article is made of. Version 3 names; those of version 2 differ only in case. */
export const ninjsSchema = z
  .object(
    {
      uri: z.string({ error: 'is required: ninjs identifies an item by its uri' }).min(1).max(2048),
      type: looseText,
      versioncreated: looseText,
      firstcreated: looseText,
      contentcreated: looseText,
      pubstatus: looseText,
      language: looseText,
      headlines: valued,
      bodies: valued,
      title: looseText,
      by: looseText,
      copyrightholder: looseText,
      infosources: named,
      organisations: named,
      subjects: named,
    },
    { error: 'must be a ninjs object' },
  )
  .meta({ id: 'NinjsItem', description: 'An item in ninjs 3.1 (or 2.x); other ninjs fields are ignored' });

type Ninjs = z.output<typeof ninjsSchema>;

/** Maps a ninjs 3.1 (or 2.x) text item to a posted article. Throws `invalid-article` naming bad fields. */
export function parseNinjs(input: unknown, collection: string | undefined): ArticlePost {
  const result = ninjsSchema.safeParse(lowerCaseKeys(input));
  if (!result.success) throw invalidFields('invalid-article', 'The ninjs item', result.error);
  const item = result.data;
  if (item.type && item.type !== 'text' && item.type !== 'composite') {
    throw new ProblemError(
      'invalid-article',
      `A ninjs item of type "${item.type.slice(0, 40)}" has no text to match.`,
    );
  }
  return parseArticle(toArticleFields(item, collection));
}

function toArticleFields(item: Ninjs, collection: string | undefined): Record<string, unknown> {
  const html = pickBody(item, (type) => type.includes('html'));
  const text = pickBody(item, (type) => type === '' || type.startsWith('text/plain'));
  const provider = findSource(item, /provider|publisher|distribut|suppl/i) ?? item.infosources?.[0];
  const credit = findSource(item, /origin|source|agency|creator/i);
  const isWeb = /^https?:\/\//i.test(item.uri);
  return {
    // A uri longer than an id may be still identifies the item: as the URL.
    id: item.uri.length <= 200 ? item.uri : undefined,
    url: isWeb ? item.uri : undefined,
    title: pickHeadline(item),
    text,
    html: text ? undefined : html,
    source: provider?.name ? { name: provider.name } : { name: item.copyrightholder || hostOf(item.uri) },
    publishedAt: item.firstcreated ?? item.contentcreated ?? item.versioncreated,
    author: item.by,
    language: item.language,
    tags: item.subjects
      ?.map((subject) => subject.name)
      .filter(Boolean)
      .slice(0, 50),
    credit: credit && credit !== provider ? credit.name : undefined,
    status: item.pubstatus,
    collection,
  };
}

function pickHeadline(item: Ninjs): string | null | undefined {
  const main = item.headlines?.find((headline) => headline.role === 'main') ?? item.headlines?.[0];
  return main?.value ?? item.title;
}

function pickBody(item: Ninjs, accepts: (contentType: string) => boolean): string | undefined {
  const typed = (item.bodies ?? []).filter((body) => accepts((body.contenttype ?? '').toLowerCase()));
  return (typed.find((body) => body.role === 'main') ?? typed[0])?.value ?? undefined;
}

function findSource(item: Ninjs, role: RegExp) {
  return item.infosources?.find((source) => source.name && role.test((source.role ?? '').slice(0, 200)));
}

function hostOf(uri: string): string | undefined {
  return URL.canParse(uri) ? new URL(uri).hostname : undefined;
}

/** Keys in lower case, two levels down: `versionCreated` (3.x) and `versioncreated` (2.x) are one. */
function lowerCaseKeys(input: unknown, depth = 0): unknown {
  if (Array.isArray(input)) return input.map((entry) => lowerCaseKeys(entry, depth));
  if (typeof input !== 'object' || input === null || depth > 1) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key.toLowerCase(), lowerCaseKeys(value, depth + 1)]),
  );
}
