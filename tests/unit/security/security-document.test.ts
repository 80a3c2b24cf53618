import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const lines = readFileSync(join(root, 'docs/security.md'), 'utf8').split('\n');

/** The rows of the tables of threats: what is done, and the test that shows it. */
const rows = lines.filter(
  (line) => line.startsWith('| ') && line.split(' | ').length === 3 && !line.includes('| test |'),
);
const threats = rows.slice(rows.findIndex((row) => row.includes('`tests/')));

test('every threat of the security document names a test that exists', () => {
  expect(threats.length).toBeGreaterThan(25);
  const wrong = threats.filter((row) => {
    const [, file, name] = /\| `(tests\/[\w./-]+\.test\.ts)`: ([^|]+) \|$/.exec(row) ?? [];
    if (file === undefined || name === undefined || !existsSync(join(root, file))) return true;
    return !readFileSync(join(root, file), 'utf8').includes(name);
  });
  expect(wrong).toEqual([]);
});
