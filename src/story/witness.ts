import { foldText } from '../text/fold';
import type { StoryMember } from './member';
import { perArticle } from './remember';

const MAX_CHARS = 60_000;

/** Answers whether an article speaks of a name or figure anywhere. Texts are folded when first asked for. */
export class Witness {
  constructor(private readonly members: readonly StoryMember[]) {}

  /** True when the last word of a folded name stands in the title or text of the member. */
  speaksOf(member: number, name: string): boolean {
    const last = name.slice(name.lastIndexOf(' ') + 1);
    return foldedText(this.members[member].clean).text.includes(` ${last} `);
  }

  /** True when a figure or date of three characters or more with a digit is written somewhere in the member. */
  writes(member: number, value: string): boolean {
    if (value.length < 3 || !/\d/.test(value)) return false;
    const { clean } = this.members[member];
    return clean.sentences.some(({ text }) => containsValue(text, value));
  }
}

const foldedText = perArticle((clean) => {
  let text = clean.title;
  for (const sentence of clean.sentences) {
    if (text.length > MAX_CHARS) break;
    text += ` ${sentence.text}`;
  }
  return { text: ` ${foldText(text.slice(0, MAX_CHARS))} ` };
});

function containsValue(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + value.length] ?? ' '];
    if (!/[\d.,]/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}
