import { loadBackground } from '../../../src/fingerprint/background';
import { roundFingerprint } from '../../../src/fingerprint/codec';
import { fingerprintArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { matchCandidates } from '../../../src/matching/match';
import { loadModel } from '../../../src/matching/model';
import { cleanArticle } from '../../../src/text/clean-article';

type Report = readonly [source: string, time: string, title: string, text: string];

const BRIDGE: Report = [
  'Northern Wire',
  '2026-03-10T09:00:00Z',
  'Harwick bridge closed after crack found in girder',
  'The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 40 centimetres long in one of its main girders, the transport ministry said.\nAbout 12,000 vehicles a day will be sent over the old crossing at Pell until repairs are finished.',
];
const FERRY: Report = [
  'Pacific News',
  '2026-03-10T09:00:00Z',
  'Ferry sinks off Tarawa, 12 dead',
  'At least 12 people died and 30 are missing after a ferry sank off the island of Tarawa on Monday night, the coast guard said. The Betio Star had 80 people on board when it capsized in heavy seas, police chief Ioane Tebano told reporters.',
];
const EARNINGS: Report = [
  'Market Line',
  '2026-04-20T06:00:00Z',
  'Lindqvist Marine reports first-quarter profit of 41 million euros',
  'Lindqvist Marine said on Monday its first-quarter net profit rose 12 percent to 41 million euros on revenue of 310 million euros. The company kept its forecast for the year. Its shares rose 2.1 percent in early trade.',
];

/** Two to four sentences, as many feeds carry: the same story, told with another figure, later, or in other words. */
const SAME: readonly (readonly [string, Report, Report])[] = [
  [
    'a copy with another figure and a sentence of its own',
    BRIDGE,
    [
      'Harwick Post',
      '2026-03-10T10:30:00Z',
      'Crack shuts Harwick river bridge',
      '(Northern Wire) - The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 45 centimetres long in one of its main girders, the transport ministry said.\nShopkeepers on Mill Street said they feared for their spring trade.',
    ],
  ],
  [
    'a copy of one sentence',
    BRIDGE,
    [
      'Morning Brief',
      '2026-03-10T11:00:00Z',
      'Harwick bridge closed',
      'The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 40 centimetres long in one of its main girders.',
    ],
  ],
  [
    'the bridge in other words',
    BRIDGE,
    [
      'Valley Radio',
      '2026-03-10T13:00:00Z',
      'Drivers sent over Pell crossing as Harwick bridge is shut',
      'Traffic is being diverted through Pell after engineers discovered a 40-centimetre crack in a girder of the Harwick bridge. The transport ministry said the crossing would stay closed until it is repaired.',
    ],
  ],
  [
    'a toll that has risen',
    FERRY,
    [
      'Island Times',
      '2026-03-10T12:00:00Z',
      'Death toll in Tarawa ferry disaster rises to 14',
      'Fourteen people were killed when the ferry Betio Star capsized near Tarawa, officials said on Tuesday, as divers searched for 28 missing passengers. Police chief Ioane Tebano said the vessel had sailed in spite of a storm warning.',
    ],
  ],
];

const APART: readonly (readonly [string, Report, Report])[] = [
  [
    'another bridge',
    BRIDGE,
    [
      'Southern Wire',
      '2026-03-10T15:00:00Z',
      'Tolls on Essenbach bridge to rise in April',
      'Drivers will pay 3 euros to cross the Essenbach bridge from April, the transport ministry said on Tuesday. The toll has been 2.40 euros since 2019. About 20,000 vehicles a day use the bridge.',
    ],
  ],
  [
    'another company in the words of the same report',
    EARNINGS,
    [
      'Market Line',
      '2026-04-20T06:30:00Z',
      'Osterberg Foods reports first-quarter profit of 18 million euros',
      'Osterberg Foods said on Monday its first-quarter net profit fell 3 percent to 18 million euros on revenue of 275 million euros. The company kept its forecast for the year. Its shares fell 0.4 percent in early trade.',
    ],
  ],
  [
    'the next quarter',
    EARNINGS,
    [
      'Market Line',
      '2026-07-20T06:00:00Z',
      'Lindqvist Marine reports second-quarter profit of 47 million euros',
      'Lindqvist Marine said on Monday its second-quarter net profit rose 9 percent to 47 million euros on revenue of 325 million euros. The company kept its forecast for the year. Its shares rose 1.3 percent in early trade.',
    ],
  ],
  [
    'another accident at sea',
    FERRY,
    [
      'Baltic Post',
      '2026-03-10T11:00:00Z',
      'Three rescued as trawler sinks off Gotland',
      'Three fishermen were rescued on Monday night after their trawler sank in heavy seas off the island of Gotland, the coast guard said. The men had been in a life raft for two hours.',
    ],
  ],
];

const statistics = new TermStatistics(loadBackground());
const model = loadModel();

function fingerprint([source, time, title, text]: Report) {
  const article = {
    ...{ id: title, collection: 'default', revision: 1, title, text, source: { name: source } },
    ...{ publishedAtMs: Date.parse(time), receivedAtMs: 0, status: 'usable' as const },
  };
  const clean = cleanArticle(article, () => 'en');
  return roundFingerprint(fingerprintArticle(article, clean, statistics));
}

const probability = (a: Report, b: Report): number =>
  matchCandidates(fingerprint(a), [{ ordinal: 1, fingerprint: fingerprint(b) }], model)[0].probability;

test.each(SAME)('short reports are one story: %s', (_, a, b) => {
  expect(probability(a, b)).toBeGreaterThanOrEqual(model.thresholds.merge);
});

test.each(APART)('short reports stay apart: %s', (_, a, b) => {
  expect(probability(a, b)).toBeLessThan(model.thresholds.merge);
});
