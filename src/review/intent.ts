/** What a reviewer asks for, by ordinals and story ids. */
export type Intent =
  | { readonly type: 'merge'; readonly into: string; readonly from: readonly string[] }
  | { readonly type: 'split'; readonly story: string; readonly articles: readonly number[] }
  | { readonly type: 'move'; readonly article: number; readonly from: string; readonly to: string }
  | { readonly type: 'remove'; readonly article: number; readonly story: string }
  /** One story: these articles (all where none is named) belong together. Two: they are one. */
  | { readonly type: 'confirm'; readonly stories: readonly string[]; readonly articles: readonly number[] }
  /** One story: these two articles never belong together. Two: the stories never do. */
  | { readonly type: 'reject'; readonly stories: readonly string[]; readonly articles: readonly number[] }
  | { readonly type: 'lock'; readonly story: string; readonly locked: boolean }
  | {
      readonly type: 'pin';
      readonly story: string;
      /** `null` takes a pin out, `undefined` leaves it. */
      readonly title?: number | null;
      readonly representative?: number | null;
    }
  | { readonly type: 'note'; readonly story: string };

/** The stories an intent is about, the first one first. */
export function storiesOf(intent: Intent): string[] {
  switch (intent.type) {
    case 'merge':
      return [intent.into, ...intent.from];
    case 'move':
      return [intent.from, intent.to];
    case 'confirm':
    case 'reject':
      return [...intent.stories];
    default:
      return [intent.story];
  }
}

/** The articles an intent names. */
export function articlesOf(intent: Intent): number[] {
  switch (intent.type) {
    case 'split':
    case 'confirm':
    case 'reject':
      return [...intent.articles];
    case 'move':
    case 'remove':
      return [intent.article];
    case 'pin':
      return [intent.title, intent.representative].flatMap((ordinal) => ordinal ?? []);
    default:
      return [];
  }
}
