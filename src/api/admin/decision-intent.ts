import { type Intent, storiesOf } from '../../review/intent';
import { readOrdinals } from '../../store/articles';
import type { ApiDeps } from '../deps';
import { ProblemError } from '../problems';
import type { DecisionBody } from './decision-schema';

/** The stories a request names with the versions its sender saw. */
function refsOf(body: DecisionBody): { readonly id: string; readonly version: number }[] {
  switch (body.type) {
    case 'merge':
      return [body.into, ...body.from];
    case 'move':
      return [body.from, body.to];
    case 'confirm':
    case 'reject':
      return body.stories;
    default:
      return [body.story];
  }
}

function articleIdsOf(body: DecisionBody): string[] {
  switch (body.type) {
    case 'split':
      return body.articleIds;
    case 'confirm':
    case 'reject':
      return body.articleIds ?? [];
    case 'move':
    case 'remove':
      return [body.articleId];
    case 'pin':
      return [body.title, body.representative].flatMap((id) => id ?? []);
    default:
      return [];
  }
}

/** What a request asks for, by ordinals. Throws `article-not-found` naming every article that there is not. */
export async function readIntent(
  { store }: Pick<ApiDeps, 'store'>,
  collection: string,
  body: DecisionBody,
): Promise<{ intent: Intent; seen: Map<string, number> }> {
  const ids = [...new Set(articleIdsOf(body))];
  const found = await readOrdinals(store, collection, ids);
  const unknown = ids.filter((_, i) => found[i] === undefined);
  if (unknown.length > 0) {
    throw new ProblemError(
      'article-not-found',
      `There is no article "${unknown[0]}" in the collection "${collection}".`,
      { errors: unknown.slice(0, 20).map((id) => ({ path: 'articleIds', message: `"${id}" is not known` })) },
    );
  }
  const ordinals = new Map(ids.map((id, i) => [id, found[i]!]));
  const intent = toIntent(body, (id) => ordinals.get(id)!);
  const versions = new Map(refsOf(body).map(({ id, version }) => [id, version]));
  return { intent, seen: new Map(storiesOf(intent).map((id) => [id, versions.get(id)!])) };
}

function toIntent(body: DecisionBody, ordinalOf: (id: string) => number): Intent {
  const pin = (id: string | null | undefined) => (id ? ordinalOf(id) : id);
  switch (body.type) {
    case 'merge':
      return { type: 'merge', into: body.into.id, from: body.from.map(({ id }) => id) };
    case 'split':
      return { type: 'split', story: body.story.id, articles: body.articleIds.map(ordinalOf) };
    case 'move':
      return { type: 'move', article: ordinalOf(body.articleId), from: body.from.id, to: body.to.id };
    case 'remove':
      return { type: 'remove', article: ordinalOf(body.articleId), story: body.story.id };
    case 'confirm':
    case 'reject': {
      const articles = [...new Set(body.articleIds ?? [])].map(ordinalOf);
      return { type: body.type, stories: [...new Set(body.stories.map(({ id }) => id))], articles };
    }
    case 'lock':
      return { type: 'lock', story: body.story.id, locked: body.locked };
    case 'pin': {
      const [title, representative] = [pin(body.title), pin(body.representative)];
      return {
        ...{ type: 'pin', story: body.story.id },
        ...(title === undefined ? {} : { title: title as number | null }),
        ...(representative === undefined ? {} : { representative: representative as number | null }),
      };
    }
    case 'note':
      return { type: 'note', story: body.story.id };
  }
}
