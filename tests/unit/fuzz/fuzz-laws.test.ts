import { LAWS } from '../../fuzz/laws/all';

// `npm run fuzz -- --laws 100000` goes on from here.
test.each(LAWS.map((law) => [law.name, law] as const))('%s', (_name, law) => law.check(100));
