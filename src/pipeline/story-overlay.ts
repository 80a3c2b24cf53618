import type { Decision } from '../matching/decide';
import type { Member, StoryView } from '../matching/story-view';

/**
 * The stories a chunk of decisions looks at: as read from the ledger, with the decisions made so far on top, so that the
 * articles of one chunk see each other as they would one after the other.
 */
export class StoryOverlay {
  readonly stories = new Map<string, StoryView>();
  private readonly placed = new Map<number, string | undefined>();

  readonly storyOf = (ordinal: number): string | undefined => this.placed.get(ordinal);

  /** Takes in what the ledger says: who is where, and the stories themselves. Members win, being read later. */
  load(placements: ReadonlyMap<number, string | undefined>, stories: readonly StoryView[]): void {
    for (const [ordinal, story] of placements) this.placed.set(ordinal, story);
    for (const story of stories) {
      this.stories.set(story.id, story);
      for (const ordinal of story.members?.keys() ?? []) this.placed.set(ordinal, story.id);
    }
  }

  /** Applies a decision, in the way `commit.lua` will. `touched` are the stories whose version goes up. */
  apply(decision: Decision, dropped: readonly number[], touched: readonly string[], nowMs: number): void {
    for (const ordinal of dropped) {
      this.leave(ordinal, this.storyOf(ordinal));
      this.placed.set(ordinal, undefined);
    }
    for (const { member, to, from } of decision.moves) {
      if (from !== to) this.leave(member.ordinal, from);
      this.enter(member, to, from !== to, nowMs);
    }
    for (const id of touched) {
      const story = this.stories.get(id);
      if (story) this.stories.set(id, { ...story, version: story.version + 1 });
    }
    for (const { storyId } of decision.retired) this.stories.delete(storyId);
  }

  private leave(ordinal: number, id: string | undefined): void {
    const story = id === undefined ? undefined : this.stories.get(id);
    if (!story) return;
    const members = story.members && new Map(story.members);
    members?.delete(ordinal);
    this.stories.set(story.id, { ...story, size: story.size - 1, ...(members ? { members } : {}) });
  }

  private enter(member: Member, id: string, isNew: boolean, nowMs: number): void {
    const story = this.stories.get(id) ?? { id, version: 0, size: 0, createdAtMs: nowMs, members: new Map() };
    const members = story.members && new Map(story.members).set(member.ordinal, member);
    this.stories.set(id, { ...story, size: story.size + (isNew ? 1 : 0), ...(members ? { members } : {}) });
    this.placed.set(member.ordinal, id);
  }
}
