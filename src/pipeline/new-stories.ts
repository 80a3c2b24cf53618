import type { LedgerChange } from '../store/commit';
import type { LedgerStoryWithMembers } from '../store/ledger';
import { asStored } from '../store/member-codec';
import type { LoggedChange } from '../store/membership-log';

/** A story as the ledger has it right after the change that created it, with that change. */
export interface NewStory {
  readonly ledger: LedgerStoryWithMembers;
  readonly log: readonly LoggedChange[];
}

/**
 * The stories that committed changes created and did not touch again. Each is at version 1, since its commit asked for a story that did
 * not exist, so its first document can be built without reading anything. Of one that was touched again only the ledger knows which
 * version that made.
 */
export function findNewStories(committed: readonly LedgerChange[]): NewStory[] {
  const touches = new Map<string, number>();
  for (const { touched, retired } of committed)
    for (const { storyId } of [...touched, ...retired]) touches.set(storyId, (touches.get(storyId) ?? 0) + 1);
  return committed.flatMap((change) =>
    change.versions.flatMap(({ storyId, version }) =>
      version === 0 && touches.get(storyId) === 1 ? describeNew(change, storyId) : [],
    ),
  );
}

function describeNew({ puts, touched }: LedgerChange, id: string): NewStory[] {
  const created = touched.find(({ storyId }) => storyId === id);
  if (!created) return [];
  const own = puts.filter(({ storyId }) => storyId === id).map(({ member }) => asStored(member));
  const members = new Map(own.map((member) => [member.ordinal, member]));
  const { entry } = created;
  const head = { id, version: 1, size: members.size, status: 'active', createdAtMs: entry.at } as const;
  return [{ ledger: { ...head, members }, log: [{ version: 1, entry }] }];
}
