import type { Member } from '../../src/matching/story-view';
import { commitChanges, type LedgerChange, type LogEntry } from '../../src/store/commit';
import { type LedgerStoryWithMembers, readPlacements, readStories } from '../../src/store/ledger';
import { COLLECTION, type TestPipeline } from './pipeline';

/** Changes of membership made at will, without what detection would say to them. All are read anew and committed whole. */
export interface LedgerMoves {
  /** Puts waiting articles into a story, which is made where it is not there. */
  readonly place: (storyId: string, ...ordinals: readonly number[]) => Promise<void>;
  /** Takes members to another story; a story left empty ends in it. Into a new story it is a split. */
  readonly move: (into: string, ...ordinals: readonly number[]) => Promise<void>;
  readonly merge: (from: string, into: string) => Promise<void>;
  /** Withdraws an article for good; a story left empty is retracted. */
  readonly withdraw: (ordinal: number) => Promise<void>;
}

const member = (ordinal: number): Member => ({
  ...{ ordinal, revision: 1, probability: 1, joinedAtMs: 0, edges: [] },
});

export function ledgerMoves({ store }: TestPipeline): LedgerMoves {
  const read = async (id: string): Promise<LedgerStoryWithMembers | undefined> =>
    (await readStories(store, COLLECTION, [id]))[0];
  const commit = async (change: Partial<LedgerChange>): Promise<void> => {
    const whole = { reads: [], versions: [], puts: [], drops: [], retired: [], touched: [], ...change };
    const [outcome] = await commitChanges(store, COLLECTION, [whole]);
    if (outcome !== 'committed') throw new Error(`The change was answered ${outcome}`);
  };
  const touch = (storyId: string, entry: Partial<LogEntry>): LedgerChange['touched'][number] => ({
    ...{ storyId, dueAtMs: store.clock(), entry: { at: store.clock(), ...entry } },
  });
  const arrivals = (ordinals: readonly number[]): Partial<LogEntry> => ({
    in: ordinals.map((ordinal) => [ordinal, 1, 1] as const),
  });

  const place: LedgerMoves['place'] = async (storyId, ...ordinals) => {
    for (const ordinal of ordinals) {
      await commit({
        subject: { ordinal, revision: 1, state: 'clustered' },
        versions: [{ storyId, version: (await read(storyId))?.version ?? 0 }],
        puts: [{ storyId, member: member(ordinal) }],
        touched: [touch(storyId, arrivals([ordinal]))],
      });
    }
  };

  const move: LedgerMoves['move'] = async (into, ...ordinals) => {
    const homes = await readPlacements(store, COLLECTION, ordinals);
    const isNew = (await read(into)) === undefined;
    const leaving = new Map<string, number[]>();
    ordinals.forEach((ordinal, i) => {
      const from = homes[i].storyId;
      if (from !== undefined && from !== into) leaving.set(from, [...(leaving.get(from) ?? []), ordinal]);
    });
    const moved = [...leaving.values()].flat();
    if (moved.length === 0) return;
    const former = await readStories(store, COLLECTION, [...leaving.keys()]);
    const emptied = former.flatMap((story) =>
      story && story.size === leaving.get(story.id)?.length ? [story.id] : [],
    );
    // A story that moves whole into a new one is no split.
    if (isNew && emptied.length > 0) return;
    await commit({
      puts: moved.map((ordinal) => ({ storyId: into, member: member(ordinal) })),
      retired: emptied.map((storyId) => ({ storyId, into })),
      touched: [
        ...[...leaving].map(([from, gone]) =>
          touch(from, {
            out: gone.map((ordinal) => [ordinal, into] as const),
            ...(isNew ? { split: [into] } : {}),
            ...(emptied.includes(from) ? { into } : {}),
          }),
        ),
        touch(into, { ...arrivals(moved), ...(emptied.length > 0 ? { absorbed: emptied } : {}) }),
      ],
    });
  };

  return {
    ...{ place, move },
    merge: async (from, into) => move(into, ...((await read(from))?.members.keys() ?? [])),
    withdraw: async (ordinal) => {
      const [{ storyId, acceptedRevision }] = await readPlacements(store, COLLECTION, [ordinal]);
      const story = storyId === undefined ? undefined : await read(storyId);
      await commit({
        subject: { ordinal, revision: acceptedRevision + 1, state: 'withdrawn' },
        drops: [ordinal],
        retired: story?.size === 1 ? [{ storyId: story.id }] : [],
        touched: story ? [touch(story.id, { out: [[ordinal, '']] })] : [],
      });
    },
  };
}
