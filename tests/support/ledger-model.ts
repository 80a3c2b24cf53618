import type { Member, StoryView } from '../../src/matching/story-view';
import type { CommitOutcome, LedgerChange, LogEntry } from '../../src/store/commit';

/** An article as the model has it. */
export interface ModelArticle {
  accepted: number;
  committed: number;
  code: 'q' | 'c' | 'w' | 'f';
  story: string | undefined;
  pending: boolean;
  /** It was set aside, and nobody has dealt with that yet. */
  error: boolean;
  /** Those that were decided on while it waited. */
  seen: Set<number>;
}

/** A story as the model has it. */
export interface ModelStory {
  version: number;
  status: 'active' | 'merged' | 'retracted';
  into?: string;
  members: Map<number, Member>;
  log: LogEntry[];
  /** Revision of each member at every version. */
  history: Map<number, number>[];
}

/** What `commit.lua` and its neighbours are to do, said once more without Redis: the oracle of their tests. */
export class LedgerModel {
  readonly articles = new Map<number, ModelArticle>();
  readonly stories = new Map<string, ModelStory>();
  readonly dirty = new Set<string>();

  /** A copy that later changes leave alone: what a worker has read. */
  clone(): LedgerModel {
    const copy = new LedgerModel();
    for (const [ordinal, article] of this.articles)
      copy.articles.set(ordinal, { ...article, seen: new Set(article.seen) });
    for (const [id, story] of this.stories)
      copy.stories.set(id, { ...story, members: new Map(story.members) });
    return copy;
  }

  /** Marks a revision as waiting. */
  accept(ordinal: number, revision: number): void {
    const known = this.articles.get(ordinal);
    if (!known) {
      const seen = new Set<number>();
      const article: ModelArticle = {
        accepted: revision,
        committed: 0,
        code: 'q',
        story: undefined,
        pending: true,
        error: false,
        seen,
      };
      this.articles.set(ordinal, article);
      return;
    }
    if ((known.pending && known.accepted >= revision) || known.committed >= revision) return;
    if (known.code === 'f') known.code = known.committed > 0 && known.story ? 'c' : 'q';
    known.accepted = Math.max(known.accepted, revision);
    known.pending = true;
  }

  park(ordinal: number, revision: number): void {
    const article = this.articles.get(ordinal);
    if (!article || article.committed >= revision) return;
    article.code = 'f';
    article.error = true;
    if (article.accepted <= revision) article.pending = false;
  }

  /** The active stories, as a decision sees them. */
  views(): Map<string, StoryView> {
    const active = [...this.stories].filter(([, { status }]) => status === 'active');
    return new Map(
      active.map(([id, { version, members }]) => [
        id,
        { id, version, size: members.size, createdAtMs: 0, members: new Map(members) },
      ]),
    );
  }

  commit(change: LedgerChange): CommitOutcome {
    const { subject } = change;
    const article = subject && this.articles.get(subject.ordinal);
    if (subject && (!article || article.committed >= subject.revision)) return 'repeated';
    if (!this.holds(change)) return 'conflict';
    for (const { storyId, member } of change.puts) this.put(storyId, member);
    for (const ordinal of change.drops) this.leave(ordinal);
    for (const { storyId, entry } of change.touched) {
      const story = this.story(storyId);
      story.version++;
      story.log.push(entry);
      story.history.push(new Map([...story.members].map(([ordinal, { revision }]) => [ordinal, revision])));
      this.dirty.add(storyId);
    }
    for (const { storyId, into } of change.retired) {
      Object.assign(this.story(storyId), {
        status: into === undefined ? 'retracted' : 'merged',
        ...(into === undefined ? {} : { into }),
      });
    }
    if (subject) this.settle(subject, change);
    return 'committed';
  }

  private holds({ subject, reads, versions }: LedgerChange): boolean {
    if (reads.some(({ ordinal, storyId }) => this.articles.get(ordinal)?.story !== storyId)) return false;
    const known = new Set(reads.map(({ ordinal }) => ordinal));
    const seen = subject?.state === 'clustered' ? this.articles.get(subject.ordinal)?.seen : undefined;
    if ([...(seen ?? [])].some((ordinal) => !known.has(ordinal))) return false;
    return versions.every(({ storyId, version }) => {
      const story = this.stories.get(storyId);
      return version === 'active' ? story?.status === 'active' : (story?.version ?? 0) === version;
    });
  }

  private settle(subject: NonNullable<LedgerChange['subject']>, { reads }: LedgerChange): void {
    const article = this.articles.get(subject.ordinal)!;
    const isNewest = article.accepted <= subject.revision;
    if (isNewest || article.code !== 'f') {
      article.code = subject.state === 'withdrawn' ? 'w' : 'c';
      article.error = false;
    }
    article.committed = subject.revision;
    if (isNewest) {
      article.pending = false;
      article.seen.clear();
    }
    for (const { ordinal } of reads) {
      const other = this.articles.get(ordinal);
      if (ordinal !== subject.ordinal && other && other.accepted > other.committed)
        other.seen.add(subject.ordinal);
    }
  }

  private story(id: string): ModelStory {
    const known = this.stories.get(id);
    if (known) return known;
    const story: ModelStory = { version: 0, status: 'active', members: new Map(), log: [], history: [] };
    this.stories.set(id, story);
    return story;
  }

  private put(id: string, member: Member): void {
    if (this.articles.get(member.ordinal)?.story !== id) this.leave(member.ordinal);
    this.story(id).members.set(member.ordinal, member);
    this.articles.get(member.ordinal)!.story = id;
  }

  private leave(ordinal: number): void {
    const article = this.articles.get(ordinal);
    if (article?.story !== undefined) this.stories.get(article.story)?.members.delete(ordinal);
    if (article) article.story = undefined;
  }
}
