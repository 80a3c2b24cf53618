import { toChunks } from '../queue/producer';
import { readFailure } from '../store/failures';
import { type Placement, readPlacements, readStories } from '../store/ledger';
import type { Store } from '../store/store';
import type { ClusterRow } from './cluster-rows';

/** A row with the story it was found to belong to. */
export interface PlacedRow {
  readonly row: ClusterRow;
  /** Id of the story; a name of its own for an article that is in none. */
  readonly cluster: string;
  /** How probable it is that it belongs there: 1 where it stands alone, 0 where it could not be placed. */
  readonly probability: number;
  /** The error that kept it from being placed. */
  readonly failure?: string;
}

/** Articles looked up, and stories read whole, in one round trip. */
const READ_AT_ONCE = 200;

/** Looks up where every row ended; `ordinals[i]` is the article of `rows[i]`. */
export async function readPlaces(
  store: Store,
  rows: readonly ClusterRow[],
  ordinals: readonly number[],
): Promise<PlacedRow[]> {
  const placed = new Array<PlacedRow>(rows.length);
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const own = [...rows.keys()].filter((at) => rows[at].collection === collection);
    const places = await readCollection(
      store,
      collection,
      own.map((at) => ordinals[at]),
    );
    own.forEach((at, i) => (placed[at] = { row: rows[at], ...places[i] }));
  }
  return placed;
}

type Place = Omit<PlacedRow, 'row'>;

async function readCollection(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<Place[]> {
  const placements: Placement[] = [];
  for (const chunk of toChunks(ordinals, READ_AT_ONCE)) {
    placements.push(...(await readPlacements(store, collection, chunk)));
  }
  const storyIds = [...new Set(placements.flatMap(({ storyId }) => storyId ?? []))];
  const probabilities = new Map<number, number>();
  for (const chunk of toChunks(storyIds, READ_AT_ONCE)) {
    for (const story of await readStories(store, collection, chunk)) {
      for (const { ordinal, probability } of story?.members.values() ?? [])
        probabilities.set(ordinal, probability);
    }
  }
  return Promise.all(
    ordinals.map(async (ordinal, at): Promise<Place> => {
      const { state, storyId } = placements[at];
      if (state === 'clustered' && storyId !== undefined) {
        return { cluster: storyId, probability: probabilities.get(ordinal) ?? 0 };
      }
      const alone = `alone-${collection}-${ordinal}`;
      if (state === 'withdrawn') return { cluster: alone, probability: 1 };
      const failure = await readFailure(store, collection, ordinal);
      return { cluster: alone, probability: 0, failure: failure?.error ?? `left ${state}` };
    }),
  );
}
