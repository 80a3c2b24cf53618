import * as fc from 'fast-check';

/** Pieces that mean something to one of those who read a text later: XML, HTML, JSON, event streams, terminals, Unicode. */
const PIECES = [
  ...[']]>', '<![CDATA[', '> <![CDATA[', ']]> </', '<!--', '-->', '<?xml', '&amp;', '&#x0;', '&#55296;', '&'],
  ...['<script>', '</p>', '<p>', '<li>', '<', '>', '"', "'", '`', 'javascript:alert(1)', '<a href="x'],
  ...[
    '\r\n',
    '\r',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '  ',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u0000',
    '\u0008',
  ],
  ...['data: x', 'id: 5', 'event: y', ':', ': ping', 'retry: 1', '\ufeff', '\ufffe', '\uffff', '\u001b[31m'],
  ...['\ud800', '\udc00', '\u{1f600}', '\u{10ffff}', 'e\u0301', '\u200d', '\u202e', '\u0130', 'ß', 'ﬁ', '١٢'],
  ...['__proto__', 'constructor', '{"a":', '}', '\\', '\\u0000', 'null', '-0', '1e999', '%00', '%'],
  ...[
    '12',
    '3.5 million',
    'LONDON (Reuters) -',
    '— AP',
    'Read more:',
    '…',
    '...',
    '?!',
    'Mr.',
    '北京',
    'สวัสดี',
  ],
  ...['The mayor of Harwick said', 'on Tuesday', 'killed 14 people', 'flood', 'not'],
];

/** Texts that nobody would write and somebody will send: any code units, and pieces with a meaning, in any order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom('. ', ' ', '\n') },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

/** Any JSON value, with hostile texts in it; as it is after it went through JSON once, which knows no `-0`. */
export const hostileJson: fc.Arbitrary<unknown> = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      hostileText,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, false),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(hostileText, tie('value'), { maxKeys: 5 }),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** Bytes of a record after something went wrong with it: cut, lengthened, or with some bytes changed. */
export function damaged(bytes: Buffer): fc.Arbitrary<Buffer> {
  const changes = fc.array(fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255)), { maxLength: 6 });
  return fc
    .record({
      changes,
      length: fc.nat(bytes.length),
      isCut: fc.boolean(),
      tail: fc.uint8Array({ maxLength: 8 }),
    })
    .map((how) => {
      const copy = Buffer.from(how.isCut ? bytes.subarray(0, how.length) : Buffer.concat([bytes, how.tail]));
      for (const [at, value] of how.changes) if (at < copy.length) copy[at] = value;
      return copy;
    });
}
