import type { Config } from '../src/config';
import type { PipelineContext, PipelineStep } from '../src/pipeline/context';

/** The test hook: the process kills itself at the named step, as if the machine had gone; with `@3` at its third time. */
export function faultCheckpoint({
  fault,
}: Pick<Config, 'fault'>): ((step: PipelineStep) => void) | undefined {
  if (fault === undefined) return undefined;
  const [fatal, times = '1'] = fault.split('@');
  let left = Number(times);
  return (step) => {
    if (step === fatal && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}

/** What articles may do to a worker under the test hook `poison`, by a word in their text. */
const POISONS: Readonly<Record<string, () => void>> = {
  'poison-that-throws': () => {
    throw new Error('This article is poison');
  },
  'poison-that-loops': () => {
    for (;;);
  },
  'poison-that-exhausts': () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `${kept.length} ${i}`));
  },
};

/** The test hook: articles that carry one of the words of `POISONS` do to their worker what it says. */
export function feelPoison(context: PipelineContext): PipelineContext {
  const detectLanguage: PipelineContext['detectLanguage'] = (text) => {
    for (const [word, act] of Object.entries(POISONS)) if (text.includes(word)) act();
    return context.detectLanguage(text);
  };
  return { ...context, detectLanguage };
}
