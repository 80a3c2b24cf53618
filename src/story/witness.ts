import { foldText } from '../text/fold';
import type { StoryMember } from './member';

const MAX_CHARS = 60_000;

/** Answers whether an article speaks of a name or figure anywhere. Texts are folded when first asked for. */
export class Witness {
  private readonly texts = new Map<number, string>();

  constructor(private readonly members: readonly StoryMember[]) {}

  /** True when the last word of a folded name stands in the title or text of the member. */
  speaksOf(member: number, name: string): boolean {
    const last = name.slice(name.lastIndexOf(' ') + 1);
    return this.text(member).includes(` ${last} `);
  }

  /** True when a figure or date of three characters or more with a digit is written somewhere in the member. */
  writes(member: number, value: string): boolean {
    if (value.length < 3 || !/\d/.test(value)) return false;
    const { clean } = this.members[member];
    return clean.sentences.some(({ text }) => containsValue(text, value));
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

function containsValue(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + value.length] ?? ' '];
    if (!/[\d.,]/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}
