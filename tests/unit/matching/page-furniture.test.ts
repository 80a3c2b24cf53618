import type { Article } from '../../../src/article';
import { loadBackground } from '../../../src/fingerprint/background';
import { roundFingerprint } from '../../../src/fingerprint/codec';
import { type Fingerprint, fingerprintArticle, observeArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { matchCandidates } from '../../../src/matching/match';
import { loadModel } from '../../../src/matching/model';
import { cleanArticle } from '../../../src/text/clean-article';

/** What a board puts around whatever is posted on it, as somebody who copies the whole page gets it. */
const page = (title: string, posts: readonly string[]): string => `Guest views are now limited to 9 pages.
Jump to content
  •  MEMBER REWARDS!

     Join the club before Friday - places are few, so be quick!

${title}

lamplighter
 Share

Recommended Posts

${posts
  .map(
    (post, i) => `03-1${i}-2026 09:1${i} AM
image.php?token=0a1b2c&c=77${i}&size=


 ${post}

  • Like ${i + 1}
  • Upvote 3
Link to comment
Share on other sites

 Quote

 Posted March 1${i}, 2026
 Edited by lamplighter`,
  )
  .join('\n\n')}

Join the conversation
You can post now and register later. If you have an account, sign in now to post with your account.
 Reply to this topic...

Recently Browsing   0 members
No registered users viewing this page.

  Home
  News and Opinion
  All Activity
Privacy Policy
Contact Us
Terms of Use
© 2026 Harwick Board. All rights reserved.
`;

const BRIDGE =
  'The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack in one of its main girders. ' +
  'The transport ministry said repairs would take at least three weeks. Drivers are sent over the Pell crossing, eleven kilometres away.';
const VOTE =
  'The senate of Lorvania voted by 41 to 38 to lower the tax on bread and milk. Finance minister Ilse Marant called it a costly gift. ' +
  'The lower house, where her party has no majority either, is to take up the bill after Easter.';
const FERRY =
  'Twelve people died when the ferry Betio Star capsized in heavy seas near Tarawa. Divers are looking for thirty missing passengers. ' +
  'Police chief Ioane Tebano said the vessel had sailed in spite of a storm warning.';

const statistics = new TermStatistics(loadBackground());
const model = loadModel();

function fingerprint(id: string, title: string, text: string): Fingerprint {
  const article: Article = {
    ...{ id, collection: 'default', revision: 1, title, text, source: { name: 'Harwick Board' } },
    ...{ publishedAtMs: Date.UTC(2026, 2, 10, 9), receivedAtMs: 0, status: 'usable' as const },
  };
  const clean = cleanArticle(article, () => 'en');
  observeArticle(clean, statistics);
  return roundFingerprint(fingerprintArticle(article, clean, statistics));
}

describe('pages posted whole', () => {
  const bridge = fingerprint('a', 'Harwick bridge shut', page('Harwick bridge shut', [BRIDGE]));
  const vote = fingerprint('b', 'Senate cuts bread tax', page('Senate cuts bread tax', [VOTE]));
  const ferry = fingerprint('c', 'Ferry lost off Tarawa', page('Ferry lost off Tarawa', [FERRY, FERRY]));
  const plain = fingerprint('d', 'Harwick bridge shut', BRIDGE);
  const probability = (a: Fingerprint, b: Fingerprint): number =>
    matchCandidates(a, [{ ordinal: 0, fingerprint: b }], model)[0].probability;

  it.each([
    ['one story and another', bridge, vote],
    ['two others', vote, ferry],
    ['the first and the last', bridge, ferry],
  ])('are not alike by their furniture: %s', (_, a, b) => {
    expect(probability(a, b)).toBeLessThan(model.thresholds.merge);
  });

  it('are still found by what they carry', () => {
    expect(probability(bridge, plain)).toBeGreaterThanOrEqual(model.thresholds.merge);
  });
});
