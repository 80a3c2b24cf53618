import fc from 'fast-check';
import type { Intent } from '../../../src/review/intent';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { REPORTS } from '../../support/reports';
import { openReviewer, type Reviewer } from '../../support/reviewer';
import { WIRE_DAY } from '../../support/wire-day';

jest.setTimeout(360_000);

const POSTED = WIRE_DAY.slice(0, 14);
const IDS = POSTED.map(({ id }) => id!);

/** What a random reviewer does next: numbers are taken modulo what there is. */
interface Step {
  readonly kind: 'merge' | 'split' | 'move' | 'remove' | 'reject' | 'confirm' | 'lock' | 'pin' | 'undo';
  readonly article: number;
  readonly other: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    ...(['merge', 'split', 'move', 'remove', 'reject', 'confirm', 'lock', 'pin', 'undo', 'undo'] as const),
  ),
  article: fc.nat(1000),
  other: fc.nat(1000),
});

async function toIntent(reviewer: Reviewer, { kind, article, other }: Step): Promise<Intent | undefined> {
  const [id, second] = [IDS[article % IDS.length], IDS[other % IDS.length]];
  const [a, b] = [await reviewer.ordinal(id), await reviewer.ordinal(second)];
  const [story, next] = [await reviewer.storyOf(id), await reviewer.storyOf(second)];
  switch (kind) {
    case 'merge':
      return { type: 'merge', into: story, from: [next] };
    case 'split':
      return { type: 'split', story, articles: [...new Set(story === next ? [a, b] : [a])] };
    case 'move':
      return { type: 'move', article: a, from: story, to: next };
    case 'remove':
      return { type: 'remove', article: a, story };
    case 'reject':
      return { type: 'reject', stories: story === next ? [story] : [story, next], articles: [a, b] };
    case 'confirm':
      return { type: 'confirm', stories: story === next ? [story] : [story, next], articles: [] };
    case 'lock':
      return { type: 'lock', story, locked: other % 2 === 0 };
    case 'pin':
      return { type: 'pin', story, title: other % 2 === 0 ? a : null };
    default:
      return undefined;
  }
}

/** Takes a decision back, with those it says stand on it. */
async function undoWithAll(reviewer: Reviewer, number: number): Promise<void> {
  let outcome = await reviewer.undo(number);
  if (outcome.kind === 'blocked') outcome = await reviewer.undo(number, outcome.decisions);
  expect(['decided', 'undone']).toContain(outcome.kind);
}

/** Does random things, then takes everything back in a random order. */
async function wander(reviewer: Reviewer, steps: readonly Step[], seed: number): Promise<void> {
  const made: number[] = [];
  for (const one of steps) {
    if (one.kind === 'undo' && made.length > 0) await undoWithAll(reviewer, made[one.other % made.length]);
    const intent = await toIntent(reviewer, one);
    if (!intent) continue;
    const outcome = await reviewer.decide(intent);
    if (outcome.kind === 'decided') made.push(outcome.record.number);
  }
  const order = made.map((number, i) => [Math.sin(seed + i), number] as const).sort((x, y) => x[0] - y[0]);
  for (const [, number] of order) await undoWithAll(reviewer, number);
}

async function openPosted(pipeline: TestPipeline): Promise<Reviewer> {
  await pipeline.post(POSTED);
  await pipeline.publish();
  return openReviewer(pipeline);
}

test('any random decisions, taken back in any order, restore the first state', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    const reviewer = await openPosted(pipeline);
    const first = await reviewer.state();
    expect(Object.keys(first.stories).length).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), fc.nat(), async (steps, seed) => {
        await wander(reviewer, steps, seed);
        expect(await reviewer.state()).toEqual(first);
        await pipeline.publish();
        await checkCollection(pipeline.store, COLLECTION);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

test('an undo can be undone, and that again', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    const reviewer = openReviewer(pipeline);
    const before = await reviewer.state();
    const [into, from] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('comet')];
    await reviewer.must({ type: 'merge', into, from: [from] });
    const merged = await reviewer.state();
    expect(await reviewer.undo(1)).toMatchObject({ kind: 'decided', record: { number: 2, undoes: [1] } });
    expect(await reviewer.state()).toEqual(before);
    expect(await reviewer.undo(1)).toEqual({ kind: 'undone', by: 2 });
    expect(await reviewer.undo(2)).toMatchObject({ kind: 'decided', record: { number: 3, undoes: [2] } });
    expect(await reviewer.state()).toEqual(merged);
    expect(await reviewer.undo(3)).toMatchObject({ kind: 'decided' });
    expect(await reviewer.state()).toEqual(before);
    expect(await reviewer.undo(1)).toEqual({ kind: 'undone', by: 2 });
  });
});

test('an undo says which later decisions stand on it, and takes them back together', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    const reviewer = openReviewer(pipeline);
    const before = await reviewer.state();
    const [bridge, strike, comet] = await Promise.all(
      ['bridge-wire', 'strike-wire', 'comet'].map(reviewer.storyOf),
    );
    await reviewer.must({ type: 'merge', into: strike, from: [comet] });
    await reviewer.must({ type: 'merge', into: bridge, from: [strike] });
    expect(await reviewer.undo(1)).toEqual({ kind: 'blocked', decisions: [2] });
    expect(await reviewer.undo(1, [2])).toMatchObject({ kind: 'decided', record: { undoes: [1, 2] } });
    expect(await reviewer.state()).toEqual(before);
  });
});

test('a split is taken back although reports have come and gone since', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    const reviewer = openReviewer(pipeline);
    const story = await reviewer.storyOf('bridge-wire');
    await reviewer.must({ type: 'split', story, articles: [await reviewer.ordinal('bridge-brief')] });
    const wire = REPORTS.find(({ id }) => id === 'bridge-wire')!;
    await pipeline.post([{ ...wire, id: 'late', source: { name: 'Late' } }]);
    await pipeline.post([{ ...wire, status: 'canceled' }]);
    await pipeline.publish();
    expect(await reviewer.undo(1)).toMatchObject({ kind: 'decided' });
    expect(await pipeline.stories(['bridge-brief', 'bridge-post', 'bridge-wire', 'late'])).toEqual([
      ['bridge-brief', 'bridge-post', 'late'],
    ]);
    expect((await reviewer.state()).constraints).toEqual([]);
  });
});
