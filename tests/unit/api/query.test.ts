import type { Request } from 'express';
import { z } from 'zod';
import { ProblemError } from '../../../src/api/problems';
import { collectionQuery, parseQuery, wholeNumber } from '../../../src/api/query';

const schema = collectionQuery.extend({ limit: wholeNumber(1, 9).default(5), words: z.string().optional() });

const parse = (query: Record<string, string>) =>
  parseQuery(schema, { query, res: { locals: {} } } as unknown as Request);

function errorsOf(query: Record<string, string>) {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof ProblemError) return error.extras.errors;
    throw error;
  }
  throw new Error('The query was taken');
}

describe('parseQuery', () => {
  test('fills in what is left out or empty', () => {
    expect(parse({ words: '' })).toEqual({ collection: 'default', limit: 5 });
  });

  test('names a parameter that it does not know: a misspelled filter would give everything', () => {
    expect(errorsOf({ word: 'ferry', limit: '0' })).toEqual([
      { path: 'limit', message: 'must be a whole number from 1 to 9' },
      { path: 'word', message: 'is not known here; /docs lists what is' },
    ]);
  });

  test('says once what breaks two rules', () => {
    expect(errorsOf({ collection: 'Bad Name' })).toHaveLength(1);
  });
});
