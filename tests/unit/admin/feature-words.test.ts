import { FEATURE_WORDS } from '../../../src/admin/feature-words';
import { FEATURES } from '../../../src/matching/features';

test('the page has words for every feature of the model', () => {
  expect(Object.keys(FEATURE_WORDS).sort()).toEqual([...FEATURES].sort());
});
