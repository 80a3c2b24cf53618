import { useEffect, useState } from 'preact/hooks';
import { get, withQuery } from '../api';
import { html, type View } from '../html';
import { showPercent } from '../show';
import { CalibrationChart } from './calibration-chart';
import type { Calibration, Thresholds } from './wire';

/** The thresholds that decisions speak for, with the decisions they rest on. */
export function CalibrationPart({
  canUse,
  use,
}: {
  canUse: boolean;
  use: (suggested: Thresholds) => void;
}): View {
  const [found, setFound] = useState<Calibration>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    get<Calibration>(withQuery('/admin/api/calibration')).then(setFound, (error: Error) =>
      setProblem(error.message),
    );
  }, []);
  const suggestion = found?.suggestion;
  return html`<section class="part" aria-label="Calibration"><h2>What the decisions speak for</h2>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${found && html`<p>${found.why}</p>`}
    ${
      suggestion &&
      html`<dl class="figures">
        <div><dt>merge from, now ${found.current.merge}</dt><dd>${suggestion.merge}</dd></div>
        <div><dt>ask from, now ${found.current.review}</dt><dd>${suggestion.review}</dd></div>
        <div><dt>precision, now ${showPercent(found.current.precision)}</dt><dd>${showPercent(suggestion.precision)}</dd></div>
        <div><dt>recall, now ${showPercent(found.current.recall)}</dt><dd>${showPercent(suggestion.recall)}</dd></div>
      </dl>
      ${canUse && html`<div class="choices"><button onClick=${() => use({ merge: suggestion.merge, review: suggestion.review })}>Put these into the fields above</button></div>`}`
    }
    ${found && found.pairs > 0 && html`<${CalibrationChart} found=${found} />`}
    <p class="note">Reviewed pairs are the doubtful ones, not a sample of all: this says how reviewers would have been served.</p>
  </section>`;
}
