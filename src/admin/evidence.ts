import { FEATURE_WORDS } from './feature-words';
import { html, type View } from './html';
import type { Evidence } from './wire';

/** Where the sum begins. */
const START = 'before any evidence';

/**
 * A waterfall of what spoke for (to the right) and against (to the left) one story, in log-odds, strongest first: each bar
 * starts where the one before ended.
 */
export function Waterfall({
  evidence,
  probability,
  intercept,
}: {
  evidence: readonly Evidence[];
  probability: number;
  intercept?: number;
}): View {
  let at = 0;
  const start =
    intercept === undefined ? [] : [{ feature: START, contribution: intercept, value: undefined }];
  const bars = [...start, ...evidence].map(({ feature, value, contribution }) => {
    const from = at;
    at += contribution;
    return { feature, value, contribution, from, to: at };
  });
  const low = Math.min(0, ...bars.map(({ to }) => to));
  const high = Math.max(0, ...bars.map(({ to }) => to));
  const scale = 100 / (high - low || 1);
  const x = (value: number): string => ((value - low) * scale).toFixed(2);
  return html`<div class="waterfall" role="table" aria-label="Evidence">
    ${bars.map(
      ({ feature, value, contribution, from, to }) => html`<div role="row">
      <span role="cell" class="feature">${nameFeature(feature)} <small>${showValue(value, feature)}</small></span>
      <span role="cell" class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <line x1=${x(0)} x2=${x(0)} y1="0" y2="10" class="zero" />
        <rect class=${contribution >= 0 ? 'for' : 'against'} x=${x(Math.min(from, to))} width=${Math.max(0.8, Math.abs(contribution) * scale).toFixed(2)} y="1.5" height="7" />
      </svg></span>
      <span role="cell" class="number">${contribution >= 0 ? '+' : '−'}${Math.abs(contribution).toFixed(2)}</span>
    </div>`,
    )}
    <div role="row" class="sum"><span role="cell" class="feature">Together</span><span role="cell" class="bar"></span><span role="cell" class="number">${(probability * 100).toFixed(0)} %</span></div>
  </div>`;
}

/** The value of a feature; one article may have nothing to compare, which speaks for or against them too. */
function showValue(value: number | undefined, feature: string): string {
  if (feature === START) return '';
  return value === undefined ? 'none' : value.toFixed(2);
}

const nameFeature = (feature: string): string =>
  feature === START ? START : (FEATURE_WORDS[feature] ?? feature);
