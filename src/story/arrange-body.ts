import type { SupportedUnit } from './support';

/** A unit at its place in the canonical text. */
export interface ArrangedUnit {
  readonly unit: SupportedUnit;
  readonly paragraph: number;
}

/** A paragraph of one member: consecutive sentences that stay together. */
interface Block {
  readonly units: SupportedUnit[];
  next: Block | undefined;
  /** The last of the blocks that were put in after this one. */
  tail: Block | undefined;
}

/** Additions up to this many sentences stand at their place; longer ones follow the text, as their outlet wrote them. */
const INLINE_SENTENCES = 4;
/** Paragraphs that may lie between what stands before and what stands after an addition in its own article. */
const INLINE_GAP = 4;
const PARAGRAPH_SENTENCES = 5;

/**
 * Puts the units in reading order: the base article as it runs; what another article adds after the paragraph that
 * holds the sentence before it there, when it is short and the text goes on there as in its article, else behind everything, in
 * story order. Each unit once. O(places).
 */
export function arrangeBody(units: readonly SupportedUnit[], members: number, base: number): ArrangedUnit[] {
  const text = new BodyText();
  const order = [base, ...Array.from({ length: members }, (_, i) => i).filter((i) => i !== base)];
  const byMember = unitsByMember(units, members);
  for (const member of order) {
    const own = byMember[member];
    if (member === base) text.append(splitParagraphs(own));
    else addMember(text, own);
  }
  return text.read();
}

interface MemberUnit {
  readonly unit: SupportedUnit;
  readonly index: number;
  readonly paragraph: number;
}

/** The units of each member in the order of its article. */
function unitsByMember(units: readonly SupportedUnit[], members: number): MemberUnit[][] {
  const lists: MemberUnit[][] = Array.from({ length: members }, () => []);
  for (const unit of units) {
    for (const { sentence, listed } of unit.places) {
      if (!listed) continue;
      lists[sentence.member].push({
        unit,
        index: sentence.index,
        paragraph: sentence.paragraph,
      });
    }
  }
  for (const list of lists) list.sort((a, b) => a.index - b.index);
  return lists;
}

function addMember(text: BodyText, own: readonly MemberUnit[]): void {
  let anchor: Block | undefined;
  let run: MemberUnit[] = [];
  const flush = (following: Block | undefined): void => {
    if (run.length === 0) return;
    const blocks = splitParagraphs(run);
    const fits = run.length <= INLINE_SENTENCES && following !== undefined;
    if (fits && text.goesOn(anchor, following)) text.insertAfter(anchor ?? following, blocks);
    else text.append(blocks);
    run = [];
  };
  for (const entry of own) {
    const block = text.blockOf(entry.unit);
    if (!block) {
      if (!run.some(({ unit }) => unit === entry.unit)) run.push(entry);
      continue;
    }
    flush(block);
    anchor = block;
  }
  flush(undefined);
}

/** Paragraphs as the outlet set them; very long ones are broken up. A unit met twice stays where it was first. */
function splitParagraphs(entries: readonly MemberUnit[]): SupportedUnit[][] {
  const paragraphs: SupportedUnit[][] = [];
  const seen = new Set<SupportedUnit>();
  let last: number | undefined;
  for (const { unit, paragraph } of entries) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    const current = paragraphs.at(-1);
    if (current && paragraph === last && current.length < PARAGRAPH_SENTENCES) current.push(unit);
    else paragraphs.push([unit]);
    last = paragraph;
  }
  return paragraphs;
}

/** The text so far: a linked list of paragraphs, so that putting one in costs the same everywhere. */
class BodyText {
  private readonly head: Block = { units: [], next: undefined, tail: undefined };
  private end: Block = this.head;
  private readonly blocks = new Map<SupportedUnit, Block>();

  blockOf(unit: SupportedUnit): Block | undefined {
    return this.blocks.get(unit);
  }

  /** Whether a paragraph comes with or soon after another, or, with no other, first. */
  goesOn(from: Block | undefined, to: Block): boolean {
    if (!from) return to === this.head.next;
    let block: Block | undefined = from;
    for (let steps = 0; block && steps <= INLINE_GAP; steps++, block = block.next) {
      if (block === to) return true;
      // What was put in here counts as one.
      block = block.tail ?? block;
    }
    return false;
  }

  append(paragraphs: readonly SupportedUnit[][]): void {
    for (const units of paragraphs) this.link(this.end, units);
  }

  insertAfter(anchor: Block, paragraphs: readonly SupportedUnit[][]): void {
    for (const units of paragraphs) anchor.tail = this.link(anchor.tail ?? anchor, units);
  }

  read(): ArrangedUnit[] {
    const out: ArrangedUnit[] = [];
    let paragraph = 0;
    for (let block = this.head.next; block; block = block.next, paragraph++) {
      for (const unit of block.units) out.push({ unit, paragraph });
    }
    return out;
  }

  private link(after: Block, units: SupportedUnit[]): Block {
    const block: Block = { units, next: after.next, tail: undefined };
    after.next = block;
    if (after === this.end) this.end = block;
    for (const unit of units) this.blocks.set(unit, block);
    return block;
  }
}
