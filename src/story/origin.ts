import type { StoryOrigin } from './canonical-story';
import { findCredits, outletKey } from './credit';
import { type StoryMember, sourceKey } from './member';

/** Members whose text is searched for credits: the earliest, among which the origin and its first reprints are. */
const CREDITS_READ = 200;

/**
 * Finds the article a story began with: the earliest of the outlet that other members credit; else the earliest
 * article, with the agency that it or a copy of it credits though no member is from there.
 *
 * An outlet that credits itself says nothing: many put their own name in every dateline. `members` in story order,
 * `groupOf` their reprint groups. Undefined without members.
 */
export function findOrigin(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
): StoryOrigin | null {
  const first = members[0];
  if (!first) return null;
  if (members.length === 1) return fromOnly(first);
  const early = members.slice(0, CREDITS_READ);
  return fromCreditedMember(early) ?? fromCreditElsewhere(early, groupOf) ?? fromEarliest(members, groupOf);
}

function fromOnly(member: StoryMember): StoryOrigin {
  const credit = creditElsewhere(member, new Set([ownOutlet(member)])) ?? null;
  const why = credit ? `The only article; it credits ${credit}.` : 'The only article.';
  return { articleId: member.article.id, credit, rule: 'onlyArticle', why };
}

/** The member outlet that most other outlets credit; the earlier one of equals. */
function fromCreditedMember(members: readonly StoryMember[]): StoryOrigin | null {
  const earliest = new Map<string, StoryMember>();
  for (const member of members) {
    const key = ownOutlet(member);
    if (!earliest.has(key)) earliest.set(key, member);
  }
  const votes = new Map<string, { outlets: Set<string>; credit: string; by: StoryMember }>();
  for (const member of members) {
    for (const { name } of findCredits(member)) {
      const key = outletKey(name);
      if (key === ownOutlet(member) || !earliest.has(key)) continue;
      const vote = votes.get(key) ?? { outlets: new Set(), credit: name, by: member };
      vote.outlets.add(sourceKey(member));
      votes.set(key, vote);
    }
  }
  const order = [...earliest.keys()];
  const [best] = [...votes].sort(
    (a, b) => b[1].outlets.size - a[1].outlets.size || order.indexOf(a[0]) - order.indexOf(b[0]),
  );
  if (!best) return null;
  const [key, { credit, by, outlets }] = best;
  const others = outlets.size > 1 ? ` and ${outlets.size - 1} more` : '';
  const why = `${by.article.source.name}${others} credits ${credit}.`;
  return { articleId: earliest.get(key)?.article.id ?? by.article.id, credit, rule: 'creditedMember', why };
}

/** Nobody credited is a member: the credit is told, and the earliest article with that text stands for it. */
function fromCreditElsewhere(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
): StoryOrigin | null {
  const outlets = new Set(members.map(ownOutlet));
  const [first] = members;
  const group = groupOf.get(first.article.id);
  for (const member of members) {
    const credit = creditElsewhere(member, outlets);
    if (credit === undefined || groupOf.get(member.article.id) !== group) continue;
    const why = `${member.article.source.name} credits ${credit}, of which no article is here; the earliest with this text.`;
    return { articleId: first.article.id, credit, rule: 'creditedElsewhere', why };
  }
  return null;
}

function creditElsewhere(member: StoryMember, outlets: ReadonlySet<string>): string | undefined {
  return findCredits(member).find(({ name, explicit }) => explicit && !outlets.has(outletKey(name)))?.name;
}

function fromEarliest(members: readonly StoryMember[], groupOf: ReadonlyMap<string, string>): StoryOrigin {
  const { id } = members[0].article;
  const copies = members.filter((m) => groupOf.get(m.article.id) === groupOf.get(id)).length;
  const why =
    copies > 1
      ? `The earliest of ${copies} articles with this text, which no one credits to another outlet.`
      : 'The earliest article; no credit names another.';
  return { articleId: id, credit: null, rule: 'earliest', why };
}

function ownOutlet(member: StoryMember): string {
  return outletKey(member.article.source.name);
}
