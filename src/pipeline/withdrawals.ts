import { type LoggedChange, membersAsOf, readLog } from '../store/membership-log';
import type { StoryMember } from '../story/member';
import { type StillCarried, sentencesStillCarried } from '../story/still-carried';
import type { PipelineContext } from './context';
import { loadMembers } from './load-members';

/** An article that was withdrawn from a story, with the members that still carry its sentences. */
export interface Withdrawal {
  readonly articleId: string;
  readonly stillCarriedBy: readonly StillCarried[];
}

/** Withdrawals told of in one event, and members looked at for each: the rest is found in the articles themselves. */
const WITHDRAWALS_TOLD = 20;
const CARRIERS_LOOKED_AT = 200;

/**
 * The articles that left a story for none since its last document.
 *
 * @param log the changes since then; `members` are those that are left.
 */
export async function findWithdrawals(
  context: Pick<PipelineContext, 'store' | 'cleaned' | 'detectLanguage'>,
  collection: string,
  storyId: string,
  log: readonly LoggedChange[],
  members: readonly StoryMember[],
): Promise<Withdrawal[]> {
  const left = new Set(
    log.flatMap(({ entry }) => entry.out ?? []).flatMap(([ordinal, to]) => (to ? [] : [ordinal])),
  );
  if (left.size === 0) return [];
  // The revision that withdraws it may be empty: what others carry is the one that was in the story.
  const whole = await readLog(context.store, collection, storyId, 0);
  const before = membersAsOf(whole, log[0].version - 1);
  const everyone = new Map([...before, ...everJoined(log)].map((member) => [member.ordinal, member]));
  const gone = [...everyone.values()].filter(({ ordinal }) => left.has(ordinal)).slice(0, WITHDRAWALS_TOLD);
  const withdrawn = await loadMembers(context, collection, gone);
  const present = new Set(members.map(({ article }) => article.id));
  return withdrawn
    .filter(({ article }) => !present.has(article.id))
    .map((member) => ({
      articleId: member.article.id,
      stillCarriedBy: sentencesStillCarried(member, members.slice(0, CARRIERS_LOOKED_AT)),
    }));
}

/** Members that joined within the log, whether or not they left again within it. */
const everJoined = (log: readonly LoggedChange[]) =>
  membersAsOf(
    log.map(({ version, entry }) => ({ version, entry: { ...entry, out: [] } })),
    log[0].version + log.length,
  );
