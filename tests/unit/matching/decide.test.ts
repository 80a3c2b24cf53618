import fc from 'fast-check';
import { type Decision, type DecisionInput, decide } from '../../../src/matching/decide';
import { DECISION_LIMITS } from '../../../src/matching/decision-limits';
import { type Edge, type Member, quantise, type StoryView } from '../../../src/matching/story-view';

const SUBJECT = 12;
const ARTICLES = 11;
const MERGE = 0.4;

/** Twelve articles, some of them in stories, and the probability of every pair: 0 for a pair without an edge. */
interface Graph {
  readonly homes: readonly (number | undefined)[];
  readonly pairs: readonly number[];
  readonly leaving: boolean;
  readonly cannotLink: readonly (readonly [number, number])[];
}

const graph: fc.Arbitrary<Graph> = fc.record({
  homes: fc.array(fc.option(fc.nat(4), { nil: undefined }), { minLength: SUBJECT, maxLength: SUBJECT }),
  pairs: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 1, noNaN: true }).map(quantise)), {
    minLength: SUBJECT * SUBJECT,
    maxLength: SUBJECT * SUBJECT,
  }),
  leaving: fc.nat(5).map((roll) => roll === 0),
  cannotLink: fc.array(fc.tuple(fc.integer({ min: 1, max: SUBJECT }), fc.integer({ min: 1, max: SUBJECT })), {
    maxLength: 2,
  }),
});

/** The edges an article found: pairs below the diagonal are those to earlier articles. */
function edgesOf(ordinal: number, { pairs }: Graph): Edge[] {
  return Array.from({ length: ARTICLES + 1 }, (_, i) => i + 1).flatMap((other) => {
    const probability = pairs[Math.max(ordinal, other) * SUBJECT - Math.min(ordinal, other)] ?? 0;
    return other === ordinal || probability === 0 ? [] : [{ ordinal: other, revision: 1, probability }];
  });
}

function toInput(given: Graph): DecisionInput {
  const { homes, leaving, cannotLink } = given;
  const members = (home: number): [number, Member][] =>
    homes.flatMap((of, i): [number, Member][] => {
      const ordinal = i + 1;
      const edges = edgesOf(ordinal, given).filter((edge) => edge.ordinal < ordinal);
      return of === home ? [[ordinal, { ordinal, revision: 1, probability: 1, joinedAtMs: 0, edges }]] : [];
    });
  const used = [...new Set(homes.flatMap((home) => home ?? []))];
  const stories = used.map((home): [string, StoryView] => {
    const inside = new Map(members(home));
    return [
      `st_${home}`,
      { id: `st_${home}`, version: 3, size: inside.size, createdAtMs: home, members: inside },
    ];
  });
  let made = 0;
  return {
    ...{ leaving, cannotLink: cannotLink.filter(([a, b]) => a !== b), mustLink: [], nowMs: 1 },
    subject: { ordinal: SUBJECT, revision: 1 },
    edges: leaving ? [] : edgesOf(SUBJECT, given),
    storyOf: (ordinal) => (homes[ordinal - 1] === undefined ? undefined : `st_${homes[ordinal - 1]}`),
    stories: new Map(stories),
    thresholds: { merge: MERGE, review: 0.3, related: 0.2, edgeFloor: 0.05 },
    newStoryId: () => `new_${++made}`,
  };
}

/** Who is in which of the examined stories and the new ones, when the decision has been carried out. */
function carryOut(input: DecisionInput, { examined, moves }: Decision): Map<string, Map<number, Member>> {
  const stories = new Map(examined.map(({ id, members }) => [id, new Map(members)]));
  for (const members of stories.values()) if (input.leaving) members.delete(input.subject.ordinal);
  for (const { member, to, from } of moves) {
    if (from !== undefined && from !== to) stories.get(from)?.delete(member.ordinal);
    stories.set(to, (stories.get(to) ?? new Map<number, Member>()).set(member.ordinal, member));
  }
  return stories;
}

const show = (stories: ReadonlyMap<string, ReadonlyMap<number, Member>>): string[] =>
  [...stories.values()]
    .map((members) => [...members.keys()].sort((a, b) => a - b).join(' '))
    .filter((group) => group !== '')
    .sort((a, b) => (a < b ? -1 : 1));

test('everybody is in one story afterwards, and stories end exactly when they are empty', () => {
  fc.assert(
    fc.property(graph.map(toInput), (input) => {
      const decision = decide(input);
      const stories = carryOut(input, decision);
      const before = decision.examined.flatMap(({ members }) => [...(members?.keys() ?? [])]);
      const expected = new Set(input.leaving ? before.filter((n) => n !== SUBJECT) : [...before, SUBJECT]);
      const after = [...stories.values()].flatMap((members) => [...members.keys()]);
      expect(after.sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b));
      const empty = [...stories].flatMap(([id, members]) => (members.size === 0 ? [id] : []));
      expect(new Set(decision.retired.map(({ storyId }) => storyId))).toEqual(new Set(empty));
      for (const { into } of decision.retired) {
        if (into !== undefined) expect(stories.get(into)?.size).toBeGreaterThan(0);
        else expect(input.leaving).toBe(true);
      }
    }),
  );
});

test('the subject is always placed, and others only named when they move', () => {
  fc.assert(
    fc.property(graph.map(toInput), (input) => {
      const { moves } = decide(input);
      expect(moves.some(({ member }) => member.ordinal === SUBJECT)).toBe(!input.leaving);
      for (const { member, to, from } of moves) {
        expect(from).toBe(input.storyOf(member.ordinal));
        if (member.ordinal !== SUBJECT) expect(to).not.toBe(from);
        expect(quantise(member.probability)).toBe(member.probability);
      }
    }),
  );
});

test('deciding again after it was carried out changes nothing', () => {
  fc.assert(
    fc.property(graph.map(toInput), (input) => {
      fc.pre(!input.leaving);
      const decision = decide(input);
      const after = carryOut(input, decision);
      const homes = new Map(
        [...after].flatMap(([id, members]) => [...members.keys()].map((n) => [n, id] as const)),
      );
      const stories = new Map(input.stories);
      for (const [id, members] of after) {
        const createdAtMs = stories.get(id)?.createdAtMs ?? 100;
        if (members.size === 0) stories.delete(id);
        else stories.set(id, { id, version: 4, size: members.size, createdAtMs, members });
      }
      const storyOf = (ordinal: number): string | undefined => homes.get(ordinal) ?? input.storyOf(ordinal);
      const again = decide({ ...input, stories, storyOf });
      expect(again.retired).toEqual([]);
      expect(again.moves.map(({ member, to }) => [member.ordinal, to])).toEqual([
        [SUBJECT, homes.get(SUBJECT)],
      ]);
    }),
  );
});

test('the order of edges, stories and members changes nothing', () => {
  fc.assert(
    fc.property(graph, (given) => {
      const one = toInput(given);
      const other = toInput(given);
      const turned = {
        ...other,
        edges: [...other.edges].reverse(),
        stories: new Map(
          [...other.stories]
            .reverse()
            .map(([id, story]) => [id, { ...story, members: new Map([...(story.members ?? [])].reverse()) }]),
        ),
      };
      expect(show(carryOut(turned, decide(turned)))).toEqual(show(carryOut(one, decide(one))));
      expect(decide(turned).retired.length).toBe(decide(one).retired.length);
    }),
  );
});

test('articles a reviewer has parted are never put together', () => {
  fc.assert(
    fc.property(graph.map(toInput), (input) => {
      const decision = decide(input);
      const moved = new Map(decision.moves.map(({ member, to }) => [member.ordinal, to]));
      for (const [a, b] of input.cannotLink) {
        if (moved.has(a) && moved.has(b)) expect(moved.get(a)).not.toBe(moved.get(b));
      }
    }),
  );
});

test('an edge to another revision than the one in the story has lapsed', () => {
  const given: Graph = { homes: Array.from({ length: SUBJECT }), pairs: [], leaving: false, cannotLink: [] };
  const input = toInput({ ...given, homes: [0, ...Array.from({ length: ARTICLES }, () => undefined)] });
  const to = (revision: number): string | undefined =>
    decide({ ...input, edges: [{ ordinal: 1, revision, probability: 0.9 }] }).moves[0]?.to;
  expect([to(1), to(2), to(257)]).toEqual(['st_0', 'new_1', 'st_0']);
});

describe('a story too large to be taken apart', () => {
  const size = DECISION_LIMITS.storySize + 1;
  const large = { id: 'st_large', version: 9, size, createdAtMs: 0 };
  const input: DecisionInput = {
    ...toInput({ homes: [], pairs: [], leaving: false, cannotLink: [] }),
    stories: new Map([['st_large', large]]),
    storyOf: (ordinal) => (ordinal < SUBJECT ? 'st_large' : undefined),
  };
  const withEdges = (...probabilities: number[]): Decision =>
    decide({
      ...input,
      edges: probabilities.map((p, i) => ({ ordinal: i + 1, revision: 1, probability: quantise(p) })),
    });
  const many = Array.from({ length: DECISION_LIMITS.bridges }, () => 0.95);

  test('is joined when enough of its members agree', () => {
    const { joined, moves, examined } = withEdges(...many);
    expect(joined).toBe(large);
    expect(examined).toEqual([]);
    expect(moves).toMatchObject([{ to: 'st_large', from: undefined, member: { ordinal: SUBJECT } }]);
  });

  test.each([
    ['fewer members than needed', many.slice(1)],
    ['members that do not agree', [...many.slice(1), 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05]],
    ['nobody', []],
  ])('is not joined by the word of %s', (_, probabilities) => {
    const { joined, moves } = withEdges(...probabilities);
    expect(joined).toBeUndefined();
    expect(moves.map(({ to }) => to)).toEqual([expect.stringMatching(/^new_/)]);
  });

  test('leaves behind the story that only the subject was in', () => {
    const own = { id: 'st_own', version: 2, size: 1, createdAtMs: 0, members: new Map<number, Member>() };
    const decision = decide({
      ...input,
      edges: many.map((probability, i) => ({ ordinal: i + 1, revision: 1, probability })),
      stories: new Map<string, StoryView>([
        ['st_large', large],
        ['st_own', own],
      ]),
      storyOf: (ordinal) => (ordinal < SUBJECT ? 'st_large' : 'st_own'),
    });
    expect(decision.retired).toEqual([{ storyId: 'st_own', into: 'st_large' }]);
    expect(decision.examined).toEqual([own]);
  });

  describe('that a second look', () => {
    /** Two circles, one of them with the subject in it, that have nothing to do with each other but are one story. */
    const lookAgain = (count: number): Decision => {
      const [subject, half] = [1_000, Math.floor(count / 2)];
      const edge = (ordinal: number): Edge => ({ ordinal, revision: 1, probability: quantise(0.9) });
      const circle = (ordinal: number) => Array.from({ length: 10 }, (_, i) => ordinal - 1 - i);
      const first = subject - half;
      const edgesOfMember = (at: number) =>
        circle(first + at).flatMap((other) => (other < first + (at < half ? 0 : half) ? [] : [edge(other)]));
      const members = new Map(
        Array.from({ length: count }, (_, at): [number, Member] => [
          first + at,
          { ordinal: first + at, revision: 1, probability: 1, joinedAtMs: 0, edges: edgesOfMember(at) },
        ]),
      );
      return decide({
        ...toInput({ homes: [], pairs: [], leaving: false, cannotLink: [] }),
        subject: { ordinal: subject, revision: 1 },
        again: true,
        edges: circle(subject - 1).map(edge),
        stories: new Map([['st_large', { ...large, size: count, members }]]),
        storyOf: () => 'st_large',
      });
    };

    test('is taken to, stays in it, with the edges found now, where it is larger than may be taken apart', () => {
      const { examined, joined, moves } = lookAgain(DECISION_LIMITS.sizeAgain + 1);
      expect([examined, joined?.id]).toEqual([[], 'st_large']);
      expect(moves).toMatchObject([{ to: 'st_large', from: 'st_large', member: { edges: { length: 10 } } }]);
    });

    test('is taken to falls apart where it is two', () => {
      const { examined, moves } = lookAgain(size + 1);
      expect(examined).toHaveLength(1);
      const gone = moves.filter(({ from, to }) => from !== to);
      expect(new Set(gone.map(({ to }) => to))).toEqual(new Set(['new_1']));
      expect(gone).toHaveLength((size + 1) / 2);
    });
  });
});
