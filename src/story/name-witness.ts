import { foldText } from '../text/fold';
import type { StoryMember } from './member';

const MAX_CHARS = 60_000;

/** Answers whether an article speaks of a name anywhere. Texts are folded when first asked for. */
export class NameWitness {
  private readonly texts = new Map<number, string>();

  constructor(private readonly members: readonly StoryMember[]) {}

  /** True when the last word of a folded name stands in the title or text of the member. */
  speaksOf(member: number, name: string): boolean {
    const last = name.slice(name.lastIndexOf(' ') + 1);
    return this.text(member).includes(` ${last} `);
  }

  private text(index: number): string {
    const known = this.texts.get(index);
    if (known !== undefined) return known;
    const { clean } = this.members[index];
    let text = clean.title;
    for (const sentence of clean.sentences) {
      if (text.length > MAX_CHARS) break;
      text += ` ${sentence.text}`;
    }
    const folded = ` ${foldText(text.slice(0, MAX_CHARS))} `;
    this.texts.set(index, folded);
    return folded;
  }
}
