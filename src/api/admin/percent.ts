import { roundProbability } from '../match-wire';

/** A share in words: `91.5 %`. */
export const percent = (share: number): string => `${roundProbability(share * 100).toFixed(1)} %`;
