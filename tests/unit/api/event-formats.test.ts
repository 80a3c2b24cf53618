import * as fc from 'fast-check';
import { sseFrame, toCloudEvent } from '../../../src/api/event-formats';
import { matchesFilter, parseSearchWords } from '../../../src/store/event-filter';
import { compareEventIds, parseEventId } from '../../../src/store/event-id';

/** Reads one frame as the specification of event streams tells clients to. */
function readFrame(text: string): { id?: string; type?: string; data: string } {
  const frame: { id?: string; type?: string } = {};
  const data: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('id:')) frame.id = value;
    if (line.startsWith('event:')) frame.type = value;
    if (line.startsWith('data:')) data.push(value);
  }
  return { ...frame, data: data.join('\n') };
}

describe('sseFrame', () => {
  test('a client reads back what was written, but for the kind of line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (data) => {
        const frame = sseFrame({ id: '5-0', type: 'story.updated', data });
        expect(readFrame(frame)).toEqual({
          id: '5-0',
          type: 'story.updated',
          data: data.replace(/\r\n|\r/g, '\n'),
        });
        expect(frame.endsWith('\n\n')).toBe(true);
        expect(frame.slice(0, -2)).not.toContain('\n\n');
      }),
    );
  });

  test.each(['a\nb', 'a\rb', 'a\u0000b'])('refuses %j as an id or type', (odd) => {
    expect(() => sseFrame({ id: odd, data: '' })).toThrow();
    expect(() => sseFrame({ type: odd, data: '' })).toThrow();
  });
});

const event = (story?: object, type = 'story.updated') => ({
  id: '5-0',
  type,
  timestamp: '2024-03-05T06:00:00.000Z',
  collection: 'default',
  data: { ...(story && { story }), change: {} },
});

const STORY = {
  id: 'st_1',
  title: { text: 'Fähre vor Lindholm gestrandet' },
  lead: { text: 'Alle Passagiere sind gerettet.' },
  body: [{ text: 'Der Kapitän schwieg.' }],
  articles: [{ source: { name: 'Küsten-Kurier', id: 'kk' } }],
  counts: { sources: 3 },
};

describe('events', () => {
  test('become CloudEvents', () => {
    expect(toCloudEvent(event(STORY), 'https://s.example')).toEqual({
      specversion: '1.0',
      id: '5-0',
      type: 'story.updated',
      source: 'https://s.example/v1/events?collection=default',
      subject: 'st_1',
      time: '2024-03-05T06:00:00.000Z',
      datacontenttype: 'application/json',
      data: { story: STORY, change: {} },
    });
    expect(toCloudEvent(event())).not.toHaveProperty('subject');
  });

  test.each([
    [{}, true],
    [{ types: ['story.updated'] }, true],
    [{ types: ['story.created'] }, false],
    [{ sources: ['KÜSTEN-kurier'] }, true],
    [{ sources: ['KK'] }, true],
    [{ sources: ['kurier'] }, false],
    [{ minSources: 3 }, true],
    [{ minSources: 4 }, false],
    [{ words: parseSearchWords('faehre') }, false],
    [{ words: parseSearchWords('FÄHR kapitan') }, true],
    [{ words: parseSearchWords('holm') }, false],
    [{ types: ['story.updated'], words: parseSearchWords('gerettet') }, true],
  ])('pass the filter %j: %s', (filter, expected) => {
    expect(matchesFilter(event(STORY), filter)).toBe(expected);
  });

  test('without a story pass only filters by type', () => {
    expect(matchesFilter(event(undefined, 'review.needed'), { types: ['review.needed'] })).toBe(true);
    expect(matchesFilter(event(undefined, 'review.needed'), { minSources: 1 })).toBe(false);
  });
});

describe('event ids', () => {
  const ids = fc.tuple(fc.nat(2 ** 31 - 1), fc.bigInt({ min: 0n, max: 10n ** 17n }));

  test('are ordered by time, then by number', () => {
    fc.assert(
      fc.property(ids, ids, ([aMs, aNumber], [bMs, bNumber]) => {
        const [a, b] = [`${aMs}-${aNumber}`, `${bMs}-${bNumber}`];
        const expected =
          aMs === bMs ? (aNumber < bNumber ? -1 : Number(aNumber > bNumber)) : Math.sign(aMs - bMs);
        expect(Math.sign(compareEventIds(a, b))).toBe(expected);
        expect(parseEventId(a)).toBe(a);
      }),
    );
  });

  test.each([
    ['0', '0-0'],
    ['007-01', '7-1'],
    ['5', '5-0'],
    ['', undefined],
    ['-', undefined],
    ['1-2-3', undefined],
    ['1-', undefined],
    ['+', undefined],
    ['1 -1', undefined],
    ['99999999999999999999', undefined],
  ])('%j is read as %s', (text, expected) => {
    expect(parseEventId(text)).toBe(expected);
  });
});
