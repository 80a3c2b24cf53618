/**
 * Bounds of the work and of the document, so that no story, however large or hostile, costs more than a few seconds
 * or megabytes. Nothing is lost by them: every member is listed and counted, and what a bound leaves out of the
 * body is counted in `omittedSentences` and stays readable in its article.
 */
export const STORY_LIMITS = {
  /** Members whose sentences are compared word by word; the others are matched by identical sentences only. */
  alignedMembers: 60,
  /** Sentences of one aligned member that are looked at; a long report has about 120. */
  sentencesPerAligned: 2_000,
  /** Of those, how many may be compared fuzzily. */
  fuzzySentencesPerMember: 400,
  /** Sentences of one member beyond the aligned ones. */
  sentencesPerOther: 200,
  /** Characters of a sentence that are looked at and shown; longer ones are cut with an ellipsis. */
  sentenceChars: 4_000,
  /** Words of a sentence that are compared. */
  sentenceWords: 400,
  /** Distinct sentences kept while building. */
  units: 5_000,
  /** Sentences shown in the body, and their characters together. */
  bodySentences: 600,
  bodyChars: 250_000,
  /** Other wordings listed under one sentence, and in the whole body. */
  variantsPerSentence: 12,
  variants: 1_200,
  /** Ids listed as support in the whole body, and for each sentence whatever their number; `supportCount` counts all. */
  supportIds: 20_000,
  minSupportIds: 20,
  conflicts: 50,
  /** Values of an article that are listed as new. */
  newFigures: 20,
  /** Words of an article that go into its copy shingles. */
  copyWords: 4_000,
} as const;
