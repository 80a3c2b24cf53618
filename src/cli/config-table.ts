import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, settingNames } from '../config-schema';

const START = '<!-- settings:start (npm run docs:settings) -->';
const END = '<!-- settings:end -->';

/** The settings as a Markdown table, one row a variable, in the order they are declared. */
export function renderSettingsTable(): string {
  const rows = settingNames.map((name) => {
    const { env, says, fallback, description, secret } = factsOf(name);
    const shown = fallback === undefined ? 'unset' : fallback === '' ? 'empty' : `\`${fallback}\``;
    return `| \`${env}\` | ${shown} | ${escapeCell(description)} ${secret ? 'Secret. ' : ''}*${escapeCell(says)}* |`;
  });
  return ['| variable | default | |', '|---|---|---|', ...rows].join('\n');
}

/**
 * The document with the table between its markers made anew.
 *
 * @throws Error when the markers are not there.
 */
export function replaceSettingsTable(document: string): string {
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The document has no lines ${START} and ${END} for the table`);
  return `${document.slice(0, from)}${START}\n\n${renderSettingsTable()}\n\n${document.slice(to)}`;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** `npm run docs:settings`: writes the table into the README. */
if (require.main === module) {
  const readme = join(__dirname, '../../README.md');
  writeFileSync(readme, replaceSettingsTable(readFileSync(readme, 'utf8')));
}
