import type { Article } from '../../../src/article';
import { loadBackground } from '../../../src/fingerprint/background';
import { roundFingerprint } from '../../../src/fingerprint/codec';
import { fingerprintArticle, observeArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { matchCandidates } from '../../../src/matching/match';
import { MemoryIndex } from '../../../src/matching/memory-index';
import { loadModel } from '../../../src/matching/model';
import { cleanArticle } from '../../../src/text/clean-article';
import { DIFFERENT, ONE, type Report } from '../../support/short-reports';
import { WIRE_DAY } from '../../support/wire-day';

const model = loadModel();

const toArticle = ([source, time, title, text]: Report): Article => ({
  ...{ id: title, collection: 'default', revision: 1, title, text, source: { name: source } },
  ...{ publishedAtMs: Date.parse(time), receivedAtMs: 0, status: 'usable' as const },
});

/** The probability that two reports, posted one after the other behind others, get; 0 where the second does not find the first. */
function probability(a: Report, b: Report, before: readonly Article[] = []): number {
  const statistics = new TermStatistics(loadBackground());
  const index = new MemoryIndex();
  let matched: ReturnType<typeof matchCandidates> = [];
  for (const article of [...before, toArticle(a), toArticle(b)]) {
    const clean = cleanArticle(article, () => 'en');
    observeArticle(clean, statistics);
    const fingerprint = roundFingerprint(fingerprintArticle(article, clean, statistics));
    matched = matchCandidates(fingerprint, index.add(fingerprint), model);
  }
  return matched.find(({ ordinal }) => ordinal === before.length)?.probability ?? 0;
}

const WIRE = WIRE_DAY.map(
  (report, i): Article => ({
    ...{ ...report, id: `wire-${i}`, collection: 'default', revision: 1, receivedAtMs: 0 },
    status: 'usable',
  }),
);

/** All but the reports of one case: a hundred articles that have nothing to do with it, some of them of the same trade. */
const strangersTo = (name: string): Article[] => [
  ...WIRE,
  ...[...DIFFERENT, ...ONE].flatMap(([other, a, b]) => (other === name ? [] : [toArticle(a), toArticle(b)])),
];

/** Reports that are in several cases are no strangers to it. */
const withoutOwn = (before: readonly Article[], ...own: readonly Report[]): Article[] =>
  before.filter(({ title }) => !own.some((report) => sharesSubject(report[2], title)));

const sharesSubject = (own: string, title: string): boolean =>
  own.split(/[ ,’]/).some((word) => word.length > 4 && /^[A-Z]/.test(word) && title.includes(word));

test.each(ONE)('two reports of one event are one story in a collection just begun: %s', (_, a, b) => {
  expect(probability(a, b)).toBeGreaterThanOrEqual(model.thresholds.merge);
});

test.each(ONE)('… and among strangers: %s', (name, a, b) => {
  const before = withoutOwn(strangersTo(name), a, b);
  expect(before.length).toBeGreaterThan(60);
  expect(probability(a, b, before)).toBeGreaterThanOrEqual(model.thresholds.merge);
});

test.each(DIFFERENT)('two events of one trade stay apart in a collection just begun: %s', (_, a, b) => {
  expect(probability(a, b)).toBeLessThan(model.thresholds.merge);
});

test.each(DIFFERENT)('… and among strangers: %s', (name, a, b) => {
  const before = withoutOwn(strangersTo(name), a, b);
  expect(before.length).toBeGreaterThan(60);
  expect(probability(a, b, before)).toBeLessThan(model.thresholds.merge);
});
