import type { Request } from 'express';
import { z } from 'zod';
import { ProblemError } from '../../../src/api/problems';
import { collectionQuery, parseQuery, wholeNumber } from '../../../src/api/query';

const schema = collectionQuery.extend({ limit: wholeNumber(1, 9).default(5), words: z.string().optional() });

const parse = (query: Record<string, string>, set = jest.fn()) =>
  parseQuery(schema, { query, res: { locals: {}, set } } as unknown as Request);

function errorsOf(query: Record<string, string>) {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof ProblemError) return error.extras.errors ?? [];
    throw error;
  }
  throw new Error('The query was taken');
}

describe('parseQuery', () => {
  test('fills in what is left out or empty', () => {
    expect(parse({ words: '' })).toEqual({ collection: 'default', limit: 5 });
  });

  test('names every bad parameter', () => {
    expect(errorsOf({ collection: 'Bad Name', limit: '0' }).map(({ path }) => path)).toEqual([
      'collection',
      'limit',
    ]);
  });

  test('names what it ignores in a header, in characters that a header can carry', () => {
    const set = jest.fn();
    const query = { word: 'ferry', 'a\r\nb: \ud800': '1', constructor: '2', limit: '3' };
    expect(parse(query, set)).toEqual({ collection: 'default', limit: 3 });
    expect(set).toHaveBeenCalledWith('Ignored-Parameters', 'word, a%0D%0Ab%3A%20%EF%BF%BD, constructor');
  });

  test('has no such header where all is known', () => {
    const set = jest.fn();
    parse({ limit: '3', words: 'x' }, set);
    expect(set).not.toHaveBeenCalled();
  });

  test('says once what breaks two rules', () => {
    expect(errorsOf({ collection: 'Bad Name' })).toHaveLength(1);
  });
});
