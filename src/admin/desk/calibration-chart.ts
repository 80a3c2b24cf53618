import { html, type View } from '../html';
import { showPercent } from '../show';
import type { Bin, Calibration } from './wire';

const WIDTH = 600;
const HEIGHT = 150;
/** Room for the figures of the axes. */
const BASE = 18;

/** Reviewed pairs by probability, together above apart, with precision and recall of each threshold and the thresholds of now. */
export function CalibrationChart({ found }: { found: Calibration }): View {
  const { bins, current, suggestion } = found;
  const most = Math.max(1, ...bins.map(({ same, apart }) => same + apart));
  const curve = scoreBins(bins);
  const x = (share: number): number => share * WIDTH;
  const y = (share: number): number => HEIGHT - share * HEIGHT;
  const line = (of: 'precision' | 'recall'): string =>
    curve.map((point) => `${x(point.from)},${y(point[of])}`).join(' ');
  const mark = (at: number, name: string, words: string): View =>
    html`<line class=${`mark ${name}`} x1=${x(at)} x2=${x(at)} y1="0" y2=${HEIGHT}><title>${words} ${at}</title></line>`;
  return html`<figure class="calibration">
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT + BASE}`} role="img" aria-label="Reviewed pairs by probability; the figures are in the table below">
      ${bins.map(({ from, to, same, apart }) => {
        const [left, width] = [x(from) + 1, x(to) - x(from) - 2];
        const bar = (name: string, size: number, below: number): View | false =>
          size > 0 &&
          html`<rect class=${name} x=${left} width=${width} y=${y((size + below) / most)} height=${HEIGHT - y(size / most)} />`;
        return html`${bar('apart', apart, 0)}${bar('same', same, apart)}`;
      })}
      <polyline class="precision" points=${line('precision')} /><polyline class="recall" points=${line('recall')} />
      ${mark(current.merge, 'now', 'merging now from')} ${suggestion && mark(suggestion.merge, 'then', 'suggested:')}
      ${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<text x=${x(share)} y=${HEIGHT + 14} text-anchor=${share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>${showPercent(share)}</text>`)}
    </svg>
    <figcaption><span class="swatch same"></span> found to be one story <span class="swatch apart"></span> found not to be
      <span class="swatch precision"></span> precision and <span class="swatch recall"></span> recall if merged from there
      <span class="swatch now"></span> now ${suggestion && html`<span class="swatch then"></span> suggested`}</figcaption>
    <details><summary>The figures</summary><table><thead><tr><th>Probability</th><th>One story</th><th>Not</th></tr></thead>
      <tbody>${bins
        .filter(({ same, apart }) => same + apart > 0)
        .map(
          ({ from, to, same, apart }) =>
            html`<tr><td>${from.toFixed(2)}–${to.toFixed(2)}</td><td>${same}</td><td>${apart}</td></tr>`,
        )}</tbody></table></details>
  </figure>`;
}

/** Precision and recall if everything from the lower bound of each bin on were merged; precision is 1 where nothing is. */
function scoreBins(bins: readonly Bin[]): readonly { from: number; precision: number; recall: number }[] {
  const positives = bins.reduce((sum, { same }) => sum + same, 0);
  let [same, all] = [0, 0];
  const scored = bins.toReversed().map((bin) => {
    same += bin.same;
    all += bin.same + bin.apart;
    return {
      from: bin.from,
      precision: all === 0 ? 1 : same / all,
      recall: positives === 0 ? 1 : same / positives,
    };
  });
  return [...scored.toReversed(), { from: 1, precision: 1, recall: 0 }];
}
