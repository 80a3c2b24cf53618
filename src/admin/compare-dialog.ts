import { useEffect, useState } from 'preact/hooks';
import { get, withQuery } from './api';
import { Dialog } from './dialog';
import { Waterfall } from './evidence';
import { html, type View } from './html';
import { count, showPercent, showTime } from './show';
import type { ComparedArticle, Comparison } from './wire';

/** Two articles side by side: aligned sentences, differing words marked, and the evidence. */
export function CompareDialog({ a, b, onClose }: { a: string; b: string; onClose: () => void }): View {
  const [found, setFound] = useState<Comparison>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    get<Comparison>(withQuery('/admin/api/compare', { a, b })).then(setFound, (error: Error) =>
      setProblem(error.message),
    );
  }, [a, b]);
  return html`<${Dialog} title="Side by side" wide onClose=${onClose}>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${
      found &&
      html`<${Verdict} found=${found} />
      <div class="compare" role="table" aria-label="Sentences of both articles">
        <div role="row" class="heads">${showHead(found.a)}${showHead(found.b)}</div>
        ${besideEachOther(found.rows).map(
          (row) => html`<div role="row" class=${classOf(row)}>
          <div role="cell" dir="auto">${showSide(row, 'a')}</div><div role="cell" dir="auto">${showSide(row, 'b')}</div>
        </div>`,
        )}
      </div>
      <h3>Evidence</h3><${Waterfall} evidence=${found.evidence} probability=${found.probability} intercept=${found.intercept} />`
    }
    <div class="choices"><button autofocus onClick=${onClose}>Close</button></div>
  </${Dialog}>`;
}

/** How sure the service is, and whether that is what was decided by or was only worked out now. */
function Verdict({ found }: { found: Comparison }): View {
  const { level, probability, recorded } = found;
  const sure = `${showPercent(recorded?.probability ?? probability)} sure that they are one story; ${tellShared(found.rows)}`;
  if (!recorded)
    return html`<p><span class="tag">${level}</span> ${sure} <span class="tag">compared just now</span></p>
      <p class="note">These two were not compared when they came in; the evidence is of the two alone.</p>`;
  const differs = Math.abs(recorded.probability - probability) >= 0.01;
  return html`<p><span class="tag">${level}</span> ${sure} <span class="tag">recorded when it came in</span></p>
    ${differs && html`<p class="note">Worked out now among ${recorded.among} articles it was likest to, the evidence below gives ${showPercent(probability)}.</p>`}`;
}

type Row = Comparison['rows'][number];

/** How much of the texts stands beside each other. */
function tellShared(rows: readonly Row[]): string {
  const [both, own] = [rows.filter(isPair).length, rows.filter((row) => !isPair(row)).length];
  if (both === 0) return 'no sentence is in both';
  const shared = count(both, 'sentence is in both', 'sentences are in both');
  return own === 0 ? shared : `${shared}, ${own} only in one`;
}

const isPair = ({ a, b }: Row): boolean => a !== null && b !== null;

const classOf = ({ same, words }: Row): string => (same ? 'same' : words.length === 0 ? 'apart' : '');

/**
 * Puts sentences that only one text has beside those that only the other has, where they follow each other: two columns to read,
 * not a column with holes. They are no pair, which the rule between pairs shows.
 */
function besideEachOther(rows: readonly Row[]): readonly Row[] {
  const beside: Row[] = [];
  let [lefts, rights]: [string[], string[]] = [[], []];
  const flush = (): void => {
    for (let i = 0; i < Math.max(lefts.length, rights.length); i++)
      beside.push({ a: lefts[i] ?? null, b: rights[i] ?? null, same: false, words: [] });
    [lefts, rights] = [[], []];
  };
  for (const row of rows) {
    if (isPair(row)) {
      flush();
      beside.push(row);
    } else if (row.a !== null) lefts.push(row.a);
    else if (row.b !== null) rights.push(row.b);
  }
  flush();
  return beside;
}

const showHead = ({ title, source, publishedAt }: ComparedArticle): View =>
  html`<div role="columnheader"><strong dir="auto">${source.name}</strong> <small>${showTime(publishedAt)}</small><br /><span dir="auto">${title}</span></div>`;

function showSide({ a, b, words }: Comparison['rows'][number], side: 'a' | 'b'): unknown {
  const text = side === 'a' ? a : b;
  if (text === null || words.length === 0) return text;
  const tag = side === 'a' ? 'del' : 'ins';
  return words
    .filter(({ op }) => op === 'same' || op === side)
    .map(({ op, text: word }) => (op === 'same' ? word : html`<${tag}>${word}</${tag}>`));
}
