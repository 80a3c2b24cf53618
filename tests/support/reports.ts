import type { PostedArticle } from '../../src/store/articles';

const report = (
  id: string,
  source: string,
  time: string,
  title: string,
  paragraphs: readonly string[],
): PostedArticle => ({
  id,
  title,
  text: paragraphs.join('\n\n'),
  source: { name: source },
  publishedAtMs: Date.parse(time),
  status: 'usable',
});

const BRIDGE = [
  'HARWICK (Northern Wire) - The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 40 centimetres long in one of its main girders, the transport ministry said.',
  'Deputy transport minister Elena Maro told reporters that 12,000 vehicles a day would be sent over the old crossing at Pell, 18 kilometres upstream, until repairs are finished.',
  'The bridge, opened in 1974, was last examined in March. Engineers said the damage was not visible then.',
  'Maro said a temporary lane for ambulances could open within nine days if steel supports arrive from the yard in Tarn.',
];

const STRIKE = [
  'Dockworkers at the port of Salvena voted on Wednesday to walk out for 48 hours from Friday night in a dispute over night-shift pay, their union said.',
  'Union leader Tomas Idriss said 3,400 members would stop work and that talks with the harbour authority had broken down after eleven hours.',
  'The harbour authority said ships carrying medicine and fresh food would be unloaded by managers.',
];

const COMET = [
  'Astronomers at the Mount Quill observatory have measured water vapour around comet Aldane-Ruiz far earlier than expected, a study published on Thursday says.',
  'The comet is still beyond the orbit of Saturn, where ice should stay frozen, lead author Priya Nandakumar said.',
  'The team watched it over 31 nights with the 6.5-metre telescope.',
];

/** Three stories: one of them copied, extended and cut by others, one told twice in other words, one told once. */
export const REPORTS: readonly PostedArticle[] = [
  report(
    'bridge-wire',
    'Northern Wire',
    '2026-03-10T09:00:00Z',
    'Harwick bridge closed after crack found in girder',
    BRIDGE,
  ),
  report('bridge-post', 'Harwick Post', '2026-03-10T10:30:00Z', 'Crack shuts Harwick river bridge', [
    ...BRIDGE,
    'Shopkeepers on Mill Street said they feared for their spring trade. "Half of my customers come over that bridge," said baker Jon Averill.',
  ]),
  report(
    'bridge-brief',
    'Morning Brief',
    '2026-03-10T11:00:00Z',
    'Harwick bridge closed after crack found in girder',
    BRIDGE.slice(0, 2),
  ),
  report(
    'strike-wire',
    'Coast Agency',
    '2026-03-11T14:00:00Z',
    'Salvena dockworkers vote for 48-hour strike',
    STRIKE,
  ),
  report(
    'strike-daily',
    'Salvena Daily',
    '2026-03-11T16:20:00Z',
    'Salvena dockworkers vote for 48-hour strike over night pay',
    [...STRIKE.slice(0, 2), 'The last stoppage at Salvena, two years ago, held up forty ships.'],
  ),
  report(
    'comet',
    'Science Ledger',
    '2026-03-12T08:00:00Z',
    'Comet Aldane-Ruiz gives off water far from the sun',
    COMET,
  ),
];

/** The stories of `REPORTS`, as `readGroups` shows them. */
export const REPORT_STORIES: readonly (readonly string[])[] = [
  ['bridge-brief', 'bridge-post', 'bridge-wire'],
  ['comet'],
  ['strike-daily', 'strike-wire'],
];
