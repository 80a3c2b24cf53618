import type { DecisionRequest } from './decide';
import type { StoryRef, StoryState } from './wire';

/** The version that a decision of this page made of the one it was made on, by `id` and version. */
const followed = new Map<string, number>();

let last: Promise<unknown> = Promise.resolve();

/** Runs what changes stories one after another, in the order asked for, whatever became of those before. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run);
  last = next.catch(() => undefined);
  return next;
}

/**
 * The decision on the versions that this page's own decisions left, where it was made on the ones before them:
 * a reviewer who decides twice in a row is ahead of the reading. A change by anybody else is no link of that
 * chain, so the service still refuses what was decided on an outdated story.
 */
export function followOwn(body: DecisionRequest): DecisionRequest {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(followRef) : followRef(value),
    ]),
  ) as DecisionRequest;
}

/** Remembers which versions an accepted decision led to. */
export function noteOwn(sent: DecisionRequest, stories: readonly StoryState[]): void {
  const versions = new Map(stories.map(({ id, version }) => [id, version]));
  for (const ref of Object.values(sent).flat()) {
    if (!isStoryRef(ref)) continue;
    const version = versions.get(ref.id) ?? ref.version;
    if (version > ref.version) followed.set(`${ref.id}@${ref.version}`, version);
  }
}

function followRef(value: unknown): unknown {
  if (!isStoryRef(value)) return value;
  let { version } = value;
  for (let next: number | undefined = version; next !== undefined; next = followed.get(`${value.id}@${next}`))
    version = next;
  return { ...value, version };
}

const isStoryRef = (value: unknown): value is StoryRef =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
