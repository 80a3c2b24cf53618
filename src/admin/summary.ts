import type { Decision } from './wire';

/** What was decided, with titles in the place of ids; `own` is the story that the reader is looking at. */
export function tellDecision({ summary, titles = {} }: Decision, own?: string): string {
  return Object.entries(titles).reduce(
    (text, [id, title]) => text.replaceAll(id, id === own ? 'this story' : `“${title}”`),
    summary,
  );
}
