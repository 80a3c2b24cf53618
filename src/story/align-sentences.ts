import { alignAlone } from './align-alone';
import { uniteDamaged } from './damaged-copies';
import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';
import { keyOfSentence, type SentenceWords, type StorySentence, wordsOfSentence } from './sentence';
import { SentenceIndex } from './sentence-index';

/** A sentence of the story: every place it was found in, in whatever wording. */
export interface StoryUnit {
  /** Where it was found, the first first. The first entry is always `whole`. */
  readonly places: UnitPlace[];
}

/** One place a unit was found in. */
export interface UnitPlace {
  readonly sentence: StorySentence;
  /** Share of the unit that this sentence carries: 1 for the whole of it, less for one of the halves of a split. */
  readonly share: number;
  /** False where a joined sentence carries the unit besides another one under which its wording is kept. */
  readonly listed: boolean;
}

export interface Alignment {
  readonly units: readonly StoryUnit[];
  /** Sentences each member brought that no earlier one carried, by index in story order. */
  readonly newSentences: readonly number[];
  /** Distinct sentences met after `STORY_LIMITS.units` were kept. */
  readonly omitted: number;
}

/**
 * Aligns the sentences of all members: equal ones meet by key; of the members in `compared` also edited, reordered,
 * split and joined ones, by the words they share; within a reprint group (`groupOf`)
 * also badly damaged ones. Members must be in story order; the result depends on nothing
 * else. Each sentence ends up under exactly one unit (`listed`), unless the unit limit is reached.
 *
 * Work: O(words) for keys, and for each compared sentence at most 12 index look-ups and 8 comparisons.
 */
export function alignSentences(
  members: readonly StoryMember[],
  compared: ReadonlySet<number>,
  groupOf: ReadonlyMap<string, string> = new Map(),
): Alignment {
  const alone = members.length === 1 && compared.has(0) ? alignAlone(members[0].clean) : undefined;
  if (alone) {
    const omitted = members[0].clean.sentences.length - alone.length;
    return { units: alone, newSentences: [alone.length], omitted };
  }
  const groups = members.map(({ article }) => groupOf.get(article.id));
  const areCopies = (a: number, b: number): boolean => groups[a] !== undefined && groups[a] === groups[b];
  const run = new AlignmentRun(members, areCopies);
  // Alone, an article has nothing to be compared with: its sentences are told apart by their words only.
  const fuzzy = members.length > 1;
  members.forEach((member, index) => {
    const limit = compared.has(index) ? STORY_LIMITS.sentencesPerAligned : STORY_LIMITS.sentencesPerOther;
    const { clean } = member;
    const fuzzyUpTo = fuzzy && compared.has(index) ? STORY_LIMITS.fuzzySentencesPerMember : 0;
    for (let i = 0; i < Math.min(limit, clean.sentences.length); i++) {
      const { text, paragraph } = clean.sentences[i];
      run.place(
        { member: index, index: i, paragraph, text, key: run.share(keyOfSentence(clean, i)) },
        i < fuzzyUpTo,
      );
    }
    run.omitted += Math.max(0, member.clean.sentences.length - limit);
  });
  const isNegated = ({ places: [{ sentence }] }: StoryUnit): boolean =>
    wordsOfSentence(members[sentence.member].clean, sentence.index).negated;
  const mayUnite = (a: StoryUnit, b: StoryUnit): boolean => isNegated(a) === isNegated(b);
  for (const member of uniteDamaged(run.units, { compared, areCopies, mayUnite })) run.newSentences[member]--;
  return {
    units: run.units.filter((unit) => unit.places.length > 0),
    newSentences: run.newSentences,
    omitted: run.omitted,
  };
}

/** A sentence that makes up this much of a longer one need not be shown beside it. */
const ABSORBED_SHARE = 0.4;

interface Landing {
  readonly unit: number;
  readonly share: number;
}

class AlignmentRun {
  readonly units: StoryUnit[] = [];
  readonly newSentences: number[];
  omitted = 0;
  private readonly byKey = new Map<string, readonly Landing[]>();
  private readonly keys = new Map<string, string>();
  private readonly index: SentenceIndex;
  /** What is to be entered into the index before it is looked into next. */
  private readonly toIndex: { readonly unit: number; readonly sentence: StorySentence }[] = [];
  private isIndexed = false;
  /** Units that were taken into a longer one, and what share of that they are. */
  private readonly absorbed = new Map<number, Landing>();

  constructor(
    private readonly members: readonly StoryMember[],
    areCopies: (a: number, b: number) => boolean,
  ) {
    this.index = new SentenceIndex(areCopies);
    this.newSentences = members.map(() => 0);
  }

  /** The same string for equal keys: whoever looks one up later need not compare it letter by letter. */
  share(key: string): string {
    const known = this.keys.get(key);
    if (known === undefined) this.keys.set(key, key);
    return known ?? key;
  }

  place(sentence: StorySentence, fuzzy: boolean): void {
    const known = this.byKey.get(sentence.key);
    if (known) return this.land(sentence, known);
    const words = fuzzy && this.hasOthers(sentence.member) ? this.wordsOf(sentence) : undefined;
    const landings = words && this.findLandings(sentence, words);
    if (landings) {
      this.remember(sentence, landings);
      this.land(sentence, landings);
      const [only] = landings;
      if (only && landings.length === 1 && only.share === 1) this.toIndex.push({ unit: only.unit, sentence });
      return;
    }
    this.open(sentence, words, fuzzy);
  }

  private wordsOf({ member, index }: StorySentence): SentenceWords {
    return wordsOfSentence(this.members[member].clean, index);
  }

  /**
   * Whether there is anything to be found for a member: what is its own it does not find. Brings the index up to date, which is put off
   * until here: a copy whose sentences are all known to the letter never asks, and then no words need to be read.
   */
  private hasOthers(member: number): boolean {
    const [first] = this.toIndex;
    this.isIndexed ||= first !== undefined && first.sentence.member !== member;
    if (!this.isIndexed) return false;
    for (const { unit, sentence } of this.toIndex.splice(0))
      this.index.add(unit, sentence.member, this.wordsOf(sentence));
    return true;
  }

  private findLandings(sentence: StorySentence, words: SentenceWords): readonly Landing[] | undefined {
    const found = this.index.find(words, sentence.member);
    if (found.kind === 'same') return [{ unit: found.unit, share: 1 }];
    if (found.kind === 'part') return [{ unit: found.unit, share: found.share }];
    if (found.kind === 'joined') return found.units.map((unit) => ({ unit, share: 1 }));
    return undefined;
  }

  /**
   * A new unit. It carries the shorter ones that it says in full; one that makes up much of it, and that nobody else
   * carries, goes into it.
   */
  private open(sentence: StorySentence, words: SentenceWords | undefined, fuzzy: boolean): void {
    if (this.units.length >= STORY_LIMITS.units) {
      this.omitted++;
      return;
    }
    const unit = this.units.length;
    const places: UnitPlace[] = [{ sentence, share: 1, listed: true }];
    this.units.push({ places });
    this.newSentences[sentence.member] = this.newSentences[sentence.member] + 1;
    this.remember(sentence, [{ unit, share: 1 }]);
    if (fuzzy) this.toIndex.push({ unit, sentence });
    if (!words) return;
    for (const { unit: shorter, share } of this.index.findContained(words, sentence.member)) {
      const taken = this.units[shorter];
      if (share < ABSORBED_SHARE || taken.places.length > 1) {
        taken.places.push({ sentence, share: 1, listed: false });
        continue;
      }
      for (const place of taken.places) places.push({ ...place, share: place.share * share });
      taken.places.length = 0;
      this.absorbed.set(shorter, { unit, share });
      this.index.remove(shorter);
    }
  }

  private land(sentence: StorySentence, landings: readonly Landing[]): void {
    const seen = new Set<number>();
    landings.forEach((landing, i) => {
      const { unit, share } = this.follow(landing);
      if (seen.has(unit)) return;
      seen.add(unit);
      this.units[unit].places.push({ sentence, share, listed: i === 0 });
    });
  }

  private follow(landing: Landing): Landing {
    let at = landing;
    for (let next = this.absorbed.get(at.unit); next; next = this.absorbed.get(at.unit)) {
      at = { unit: next.unit, share: at.share * next.share };
    }
    return at;
  }

  private remember(sentence: StorySentence, landings: readonly Landing[]): void {
    this.byKey.set(sentence.key, landings);
  }
}
