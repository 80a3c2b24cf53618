import * as fc from 'fast-check';

/** The parts of JSON Schema that the documents of this service use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What no schema asks for. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    '',
    [],
    {},
    [[]],
    '__proto__',
    '\u0000',
    '\ud800',
    '{x}',
    '*',
    '../..',
    'a:b',
    '<script>',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values as a schema wants them, one in some twenty of them odd. `words` are used where any text will do: ids that exist. */
export function valuesOf(
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  words: readonly string[],
): fc.Arbitrary<unknown> {
  const from = (one: Schema, depth: number): fc.Arbitrary<unknown> =>
    depth > 8
      ? fc.constant(null)
      : fc.oneof({ weight: 20, arbitrary: right(one, depth + 1) }, { weight: 1, arbitrary: oddValue });
  const right = (one: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (one.$ref !== undefined) return from(definitions[one.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    if (one.const !== undefined) return fc.constant(one.const);
    if (one.enum) return fc.constantFrom(...one.enum);
    const ways = one.anyOf ?? one.oneOf;
    if (ways) return fc.oneof(...ways.map((way) => from(way, depth)));
    switch (Array.isArray(one.type) ? one.type[0] : one.type) {
      case 'string':
        return textOf(one, words);
      case 'integer':
        return fc.integer({ min: one.minimum ?? -5, max: Math.min(one.maximum ?? 5, 2 ** 31 - 1) });
      case 'number':
        return fc.double({ min: one.minimum ?? -1, max: one.maximum ?? 1, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(from(one.items ?? {}, depth), {
          minLength: one.minItems ?? 0,
          maxLength: Math.max(one.minItems ?? 0, 3),
        });
      case 'object':
        return objectOf(one, (member) => from(member, depth));
      default:
        return oddValue;
    }
  };
  return from(schema, 0);
}

function textOf(
  { pattern, maxLength = 200, minLength = 0 }: Schema,
  words: readonly string[],
): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 60 });
  return fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) }),
  );
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  from: (schema: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, from(schema)]),
  );
  // Now and then without what is required.
  return fc.oneof(
    { weight: 12, arbitrary: fc.record(members, { requiredKeys: [...required] }) },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
  );
}
