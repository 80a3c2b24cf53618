import * as fc from 'fast-check';
import { describeJsonError, parseJson } from '../../../src/api/json-text';
import { ProblemError } from '../../../src/api/problems';

describe('parseJson', () => {
  test('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(parseJson(Buffer.from(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('agrees with JSON.parse on what is JSON, and otherwise names a place', () => {
    const nearlyJson = fc.tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', ':', '\\', 'x', '0', '\u0001', '.'),
    );
    fc.assert(
      fc.property(nearlyJson, ([json, at, odd]) => {
        const text = json.slice(0, at % (json.length + 1)) + odd + json.slice((at % (json.length + 1)) + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (isJson) expect(() => parseJson(Buffer.from(text))).not.toThrow();
        else
          expect(() => parseJson(Buffer.from(text))).toThrow(
            /^(?:Unexpected .* at line \d+, column \d+|The JSON ends too early|The body is empty)/,
          );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['{"a": 1,}', 'Unexpected "}" at line 1, column 9.'],
    ['{"a" 1}', 'Unexpected "1" at line 1, column 6.'],
    ['[1,\n2,\n  x]', 'Unexpected "x" at line 3, column 3.'],
    ['{"a": "b\n"}', 'Unexpected "\\n" at line 1, column 9.'],
    ['"a\\x"', 'Unexpected "\\\\" at line 1, column 3.'],
    ['[1] 2', 'Unexpected "2" at line 1, column 5.'],
    ['{"a": [1, 2', 'The JSON ends too early: a string, array or object is not closed.'],
    ['"abc', 'The JSON ends too early: a string, array or object is not closed.'],
    ['  \n', 'The body is empty; send a JSON text.'],
    ['nul', 'Unexpected "n" at line 1, column 1.'],
  ])('%j: %s', (text, message) => {
    expect(describeJsonError(text)).toBe(message);
  });

  test('drops a byte order mark, refuses UTF-16 and deep nesting', () => {
    expect(parseJson(Buffer.from('\ufeff{}'))).toEqual({});
    expect(() => parseJson(Buffer.from('\ufeff{}', 'utf16le'))).toThrow('it looks like UTF-16');
    const nested = (depth: number) => Buffer.from(`${'['.repeat(depth)}"[[[\\"[["${']'.repeat(depth)}`);
    expect(() => parseJson(nested(32))).not.toThrow();
    expect(() => parseJson(nested(33))).toThrow('deeper than 32');
    expect(() => parseJson(Buffer.from('['.repeat(1_000_000)))).toThrow(ProblemError);
  });
});
