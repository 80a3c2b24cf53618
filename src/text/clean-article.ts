import type { Article } from '../article';
import { isFurniture } from './boilerplate';
import { findAgencyCredit, splitOpening } from './dateline';
import { htmlToText } from './html-to-text';
import type { LanguageDetector } from './language';
import { type Sentence, splitSentences } from './sentences';

/** An article as detection and the canonical story read it: its own sentences, page furniture taken off. */
export interface CleanArticle {
  readonly title: string;
  readonly sentences: readonly Sentence[];
  /** BCP 47 primary tag, or `'und'`. */
  readonly language: string;
  /** The agency or outlet the text itself credits. */
  readonly credit?: string;
  readonly dateline?: string;
  /** The outlet's name, under which its repeated sentences are learned. */
  readonly source?: string;
}

const MAX_TITLE_CHARACTERS = 400;

/**
 * Cleans an article: reads its text (or the text of its HTML), drops page furniture, splits off dateline and
 * credit, names the language. Deterministic; linear in the text, which is cut at 120,000 characters.
 */
export function cleanArticle(article: Article, detectLanguage: LanguageDetector): CleanArticle {
  const raw = article.text ?? (article.html === undefined ? '' : htmlToText(article.html));
  const title = cleanTitle(article.title, article.source.name);
  const kept = splitSentences(raw).filter((s) => !isFurniture(s.text));
  const { sentences, credit, dateline } = takeCredits(dropTitleLine(kept, title));
  return {
    title,
    sentences,
    language: primaryTag(article.language) ?? detectLanguage(sampleText(title, sentences)),
    ...(article.source.name === '' ? {} : { source: article.source.name }),
    ...(credit === undefined ? {} : { credit }),
    ...(dateline === undefined ? {} : { dateline }),
  };
}

function cleanTitle(title: string, source: string): string {
  const flat = title.slice(0, MAX_TITLE_CHARACTERS).replace(/\s+/g, ' ').trim();
  const tail = /^(.{12,}?)\s+[|–—-]\s+([^|–—]{2,40})$/.exec(flat);
  if (tail && source !== '' && tail[2]?.toLowerCase() === source.toLowerCase()) return tail[1];
  return flat;
}

function dropTitleLine(sentences: readonly Sentence[], title: string): readonly Sentence[] {
  const first = sentences[0];
  return first !== undefined && title !== '' && first.text.toLowerCase() === title.toLowerCase()
    ? sentences.slice(1)
    : sentences;
}

interface Credited {
  sentences: readonly Sentence[];
  credit?: string | undefined;
  dateline?: string | undefined;
}

function takeCredits(sentences: readonly Sentence[]): Credited {
  const first = sentences[0];
  if (first === undefined) return { sentences };
  const opening = splitOpening(first.text);
  let body = sentences.slice(1);
  if (opening.rest !== '' && !isFurniture(opening.rest)) body = [{ ...first, text: opening.rest }, ...body];
  const last = body.at(-1);
  const closing = last === undefined || body.length < 2 ? undefined : findAgencyCredit(last.text);
  if (closing !== undefined) body = body.slice(0, -1);
  return { sentences: body, credit: opening.credit ?? closing, dateline: opening.dateline };
}

function primaryTag(language: string | undefined): string | undefined {
  const tag = language?.split('-')[0]?.toLowerCase();
  return tag !== undefined && /^[a-z]{2,3}$/.test(tag) ? tag : undefined;
}

function sampleText(title: string, sentences: readonly Sentence[]): string {
  let sample = title;
  for (const sentence of sentences) {
    if (sample.length > 400) break;
    sample += ` ${sentence.text}`;
  }
  return sample;
}
