/** What features measure, in a reviewer's words; one that is not here is shown by its own name. */
export const FEATURE_WORDS: Readonly<Record<string, string>> = {
  bodyCosine: 'words of the texts',
  leadCosine: 'words of the first lines',
  liftedCosine: 'words, against the usual',
  hoursApart: 'time between them',
  sameSource: 'same outlet',
  numberConflict: 'figures that contradict',
  numbersOverlap: 'figures in common',
  numbersShared: 'rare figures shared',
  namesOverlap: 'names in common',
  titleInBody: 'title found in the text',
  titleGrams: 'likeness of the titles',
  shareOfBest: 'against its best match',
  best: 'how good its best match is',
};
