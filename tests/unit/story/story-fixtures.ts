import type { Article } from '../../../src/article';
import { buildStory } from '../../../src/story/build-story';
import type { CanonicalStory } from '../../../src/story/canonical-story';
import type { StoryMember } from '../../../src/story/member';
import { DEFAULT_STORY_RULES, type StoryRules } from '../../../src/story/story-rules';

export const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2024, 2, 4, 6);

export interface MemberShape {
  readonly id: string;
  readonly source?: string;
  readonly group?: string;
  readonly title?: string;
  /** Paragraphs of sentences. */
  readonly text?: readonly (readonly string[])[];
  /** Hours after the first report. */
  readonly hour?: number;
  readonly credit?: string;
  readonly language?: string;
  readonly revision?: number;
}

/** A member of a story as the pipeline hands it over. */
export function member(shape: MemberShape): StoryMember {
  const publishedAtMs = START_MS + (shape.hour ?? 0) * HOUR_MS;
  const paragraphs = shape.text ?? [];
  const article: Article = {
    id: shape.id,
    collection: 'default',
    revision: shape.revision ?? 1,
    title: shape.title ?? `Title of ${shape.id}`,
    text: paragraphs.map((sentences) => sentences.join(' ')).join('\n'),
    source: { name: shape.source ?? `Outlet ${shape.id}`, ...(shape.group ? { group: shape.group } : {}) },
    url: `https://news.example/${encodeURIComponent(shape.id)}`,
    publishedAtMs,
    receivedAtMs: publishedAtMs,
    status: 'usable',
    ...(shape.credit ? { credit: shape.credit } : {}),
  };
  const sentences = paragraphs.flatMap((texts, paragraph) => texts.map((text) => ({ text, paragraph })));
  const clean = { title: article.title, sentences, language: shape.language ?? 'en' };
  return { article, clean, probability: 0.9, joinedAtMs: publishedAtMs };
}

/** Builds the story of some members. */
export function story(members: readonly StoryMember[], rules: Partial<StoryRules> = {}): CanonicalStory {
  return buildStory({
    id: 'story-1',
    collection: 'default',
    version: 1,
    status: 'active',
    members,
    rules: { ...DEFAULT_STORY_RULES, ...rules },
    related: [],
  });
}

/** The document without what names the members' order of arrival: for comparing two builds. */
export function bodyTexts(document: CanonicalStory): string[] {
  return document.body.map(({ text }) => text);
}
