import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderSettingsTable, replaceSettingsTable } from '../../src/cli/config-table';
import { factsOf, settingNames } from '../../src/config-schema';

describe('the settings table', () => {
  it('has a row for every setting, whose cells hold together', () => {
    const rows = renderSettingsTable().split('\n').slice(2);
    expect(rows).toHaveLength(settingNames.length);
    for (const [index, name] of settingNames.entries()) {
      expect(rows[index]?.startsWith(`| \`${factsOf(name).env}\` |`)).toBe(true);
      expect(rows[index]?.match(/(?<!\\)\|/g)).toHaveLength(4);
    }
  });

  it('is current in the README (else: npm run docs:settings)', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    expect(replaceSettingsTable(readme)).toBe(readme);
  });

  it('is refused by a document without markers', () => {
    expect(() => replaceSettingsTable('# No table here')).toThrow('settings:start');
  });
});
