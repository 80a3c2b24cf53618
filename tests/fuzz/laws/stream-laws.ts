import { deepStrictEqual, throws } from 'node:assert';
import * as fc from 'fast-check';
import { sseFrame } from '../../../src/api/event-formats';
import { EventStreamReader } from '../../support/event-stream-reader';
import { hostileText } from './hostile-text';
import { type Law, law } from './law';

const plain = hostileText.map((text) => text.replace(/[\r\n\0]/g, '').toWellFormed());
const frame = fc.record({ id: plain, type: plain, data: hostileText.map((text) => text.toWellFormed()) });

/** Frames, with where their text is cut as it comes over the network. */
const cutFrames = fc.record({
  frames: fc.array(frame, { maxLength: 6 }),
  cuts: fc.array(fc.nat(400), { maxLength: 8 }),
});

function cut(text: string, at: readonly number[]): string[] {
  const places = [...new Set(at)].filter((place) => place < text.length).sort((a, b) => a - b);
  return [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length));
}

/** An event stream says what was put into it, whoever reads it by the specification, however it is cut on its way. */
export const STREAM_LAWS: readonly Law[] = [
  law(
    'frames are read back by the rules of event streams, however they are cut',
    cutFrames,
    ({ frames, cuts }) => {
      const reader = new EventStreamReader();
      const read = cut(frames.map(sseFrame).join(''), cuts).flatMap((part) => reader.read(part));
      deepStrictEqual(
        read,
        frames.map(({ id, type, data }) => ({
          id,
          type: type || 'message',
          data: data.replace(/\r\n|\r/g, '\n'),
        })),
      );
    },
  ),
  law(
    'an id or a type that would begin another field is refused',
    fc.tuple(plain, fc.constantFrom('\r', '\n', '\r\n', '\0'), plain),
    ([before, odd, after]) => {
      throws(() => sseFrame({ id: `${before}${odd}${after}`, data: '' }));
      throws(() => sseFrame({ type: `${before}${odd}${after}`, data: '' }));
    },
  ),
];
