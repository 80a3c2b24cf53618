import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './report';

const REPORT = join(__dirname, '../docs/performance.md');
/** What follows this heading is written by hand and stays. */
const BY_HAND = '## What was tried';
/** Begins the line below the heading of a section that stays until its own part runs again. */
const STAYS = 'From a run of its own,';

/** What a run has measured. */
export interface Measured {
  /** Sections that each run writes anew. */
  readonly usual: readonly string[];
  /** Sections of parts that only run when they are named. */
  readonly long: readonly string[];
  /** Arguments of the run. */
  readonly args: readonly string[];
}

/** Writes `docs/performance.md`. */
export function writeReport(measured: Measured): void {
  writeFileSync(REPORT, mergeReport(readFileSync(REPORT, 'utf8'), measured, describeRun(measured.args)));
}

/** Puts what was measured in the place of what stands in a report: a usual run keeps the long sections, a long one all others. */
export function mergeReport(before: string, { usual, long }: Measured, run: string): string {
  const byHand = before.indexOf(BY_HAND);
  const generated = byHand < 0 ? before : before.slice(0, byHand);
  const old = generated.split(/^(?=## )/m);
  const fresh = long.map((section) => section.replace('\n\n', `\n\n${STAYS} ${run}.\n\n`));
  const headings = new Set(fresh.map(headingOf));
  const staying = old.filter(
    (section) => section.includes(`\n\n${STAYS}`) && !headings.has(headingOf(section)),
  );
  const short =
    usual.length > 0
      ? [
          `# Performance\n\nFrom ${run}.\nAbsolute figures move with the machine; compare within one run.\n`,
          ...usual,
        ]
      : old.filter((section) => !section.includes(`\n\n${STAYS}`));
  const sections = [...short, ...staying, ...fresh].map((section) => `${section.trim()}\n`);
  return [...sections, ...(byHand < 0 ? [] : [before.slice(byHand)])].join('\n');
}

const headingOf = (section: string): string => section.trim().split('\n', 1)[0];

function describeRun(args: readonly string[]): string {
  const command = ['npm run bench --', ...args].join(' ');
  return `\`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, ${redisVersion()}`;
}

function redisVersion(): string {
  const text = execFileSync('redis-server', ['--version'], { encoding: 'utf8' });
  return `Redis ${/v=(\S+)/.exec(text)?.[1] ?? 'of unknown version'}`;
}
