import { describeChange } from '../../../src/admin/describe-change';

const nameOf = (id: string): string => `Outlet ${id}`;
const added = (...ids: string[]) => ({
  added: ids.map((id) => ({ id, role: 'reprint' as const, newSentences: 0, newFigures: [] })),
  removed: [],
  revised: [],
});

test.each([
  [{}, 'no visible change'],
  [
    { articles: added('1'), newSentenceCount: 2, fields: ['counts' as const] },
    'Outlet 1 joined · 2 new sentences',
  ],
  [{ articles: added('1', '2', '3', '4', '5') }, 'Outlet 1, Outlet 2, Outlet 3 and 2 more joined'],
  [{ articles: { added: [], removed: ['1'], revised: ['2'] } }, 'Outlet 2 edited · 1 article left'],
  [
    {
      conflicts: [{ kind: 'figure' as const, about: 'x', values: [], change: 'new' as const }],
      settledConflicts: ['a', 'b'],
    },
    '1 conflict found · 2 conflicts settled',
  ],
  [{ fields: ['title' as const, 'counts' as const, 'origin' as const] }, 'another title · another origin'],
  [{ from: ['st_1', 'st_2'] }, 'merged with 2 stories'],
  [{ from: 'st_1', articleStories: { 1: 'st_2' } }, '1 article split off'],
])('a change %j is told as "%s"', (change, words) => {
  expect(describeChange(change, nameOf)).toBe(words);
});
