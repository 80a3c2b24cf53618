import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { packTable } from '../fingerprint/background';
import { observeArticle } from '../fingerprint/fingerprint';
import { SENTENCES_TABLE, STATISTICS_SLOTS, TermStatistics } from '../fingerprint/term-statistics';
import { cleanArticle } from '../text/clean-article';
import { loadLanguageDetector } from '../text/language';
import { readClusterRows } from './cluster-rows';
import { runCommand } from './command';

const command = new Command('npm run count-terms --')
  .description(
    'Counts in how many articles each word occurs, by language, and writes the table that a service starts with. ' +
      'Only counts of hashed words are written, no texts.',
  )
  .argument('<files...>', 'articles, one JSON object a line')
  .option('--out <file>', 'where the table goes', 'src/fingerprint/background/term-frequencies.json')
  .option('--least <articles>', 'languages with fewer articles are left out', '150');

/** `npm run count-terms`. */
async function main(): Promise<number> {
  const { out, least } = command.parse().opts<{ out: string; least: string }>();
  const detectLanguage = await loadLanguageDetector();
  const statistics = new TermStatistics();
  for (const file of command.args) {
    const { rows } = await readClusterRows(file);
    for (const { id, collection, article } of rows) {
      const whole = { ...article, id: String(id), collection, revision: 1, receivedAtMs: 0 };
      observeArticle(cleanArticle(whole, detectLanguage), statistics);
    }
  }
  const tables = statistics
    .tableNames()
    .filter((table) => table !== SENTENCES_TABLE && statistics.read(table).documents >= Number(least))
    .sort();
  const packed = tables.map((table) => {
    const counts = Uint32Array.from({ length: STATISTICS_SLOTS }, (_, slot) =>
      statistics.read(table).frequency(slot),
    );
    return [table, packTable({ documents: statistics.read(table).documents, counts })] as const;
  });
  writeFileSync(out, `${JSON.stringify(Object.fromEntries(packed), undefined, 1)}\n`);
  process.stdout.write(`${out}: ${tables.map((t) => `${t} ${statistics.read(t).documents}`).join(', ')}\n`);
  return 0;
}

runCommand(main);
