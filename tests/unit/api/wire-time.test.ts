import * as fc from 'fast-check';
import { parseIsoTime, publicationTime } from '../../../src/api/wire-time';

describe('parseIsoTime', () => {
  test('reads what Date writes, at any offset', () => {
    const times = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(times, fc.integer({ min: -18 * 60, max: 18 * 60 }), (time, offset) => {
        expect(parseIsoTime(time.toISOString())).toBe(time.getTime());
        const shifted = new Date(time.getTime() + offset * 60_000);
        if (shifted.getUTCFullYear() < 0 || shifted.getUTCFullYear() > 9999) return;
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        const text = shifted.toISOString().replace('Z', `${offset < 0 ? '-' : '+'}${hours}:${minutes}`);
        expect(parseIsoTime(text)).toBe(time.getTime());
      }),
    );
  });

  test.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2014-03-10T16:52:50.698000Z', '2014-03-10T16:52:50.698Z'],
    ['2024-03-05 06:10', '2024-03-05T06:10:00.000Z'],
    ['2024-03-05T06:10:00+0530', '2024-03-05T00:40:00.000Z'],
    ['2024-03-05T06:10:00,5Z', '2024-03-05T06:10:00.500Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseIsoTime(text)!).toISOString()).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    '2024',
    '2024-2-1',
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-01-00',
    '2024-01-01T25:00Z',
    '2024-01-01T24:00Z',
    '2024-01-01T10:60Z',
    '2024-01-01T10:00:61Z',
    '2024-01-01T10:00+19:00',
    '+2024-01-01',
    '-000001-01-01',
    '2024-01-01T',
    '2024-01-01Z',
    '٢٠٢٤-01-01',
  ])('%j is none', (text) => {
    expect(parseIsoTime(text)).toBeUndefined();
  });
});

describe('publicationTime', () => {
  test.each([
    ['0001-01-01T00:00:00Z', 'must lie between 1970-01-01 and a day from now'],
    ['1969-12-31T23:59:59Z', 'must lie between'],
    ['9999-12-31T23:59:59Z', 'leave it out when unknown'],
    [new Date(Date.now() + 25 * 3_600_000).toISOString(), 'must lie between'],
    ['05.03.2024', 'must be an ISO 8601 time that exists'],
    [1_709_600_000, 'must be a string such as'],
  ])('%s: %s', (value, message) => {
    expect(publicationTime.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  test('takes 1970 and up to a day from now', () => {
    expect(publicationTime.parse('1970-01-01')).toBe(0);
    const soon = Date.now() + 23 * 3_600_000;
    expect(publicationTime.parse(new Date(soon).toISOString())).toBe(soon);
  });
});
