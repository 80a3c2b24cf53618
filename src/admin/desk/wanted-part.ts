import { useRef, useState } from 'preact/hooks';
import { get, withQuery } from '../api';
import { html, type View } from '../html';
import { showFinePercent } from '../show';
import type { Calibration, Thresholds } from './wire';

interface WantedProps {
  readonly canUse: boolean;
  readonly use: (derived: Thresholds) => void;
}

/** Asks how precise merging is to be and shows the thresholds for it. */
export function WantedPart({ canUse, use }: WantedProps): View {
  const [percent, setPercent] = useState('95');
  const [found, setFound] = useState<Calibration['wanted']>();
  const [problem, setProblem] = useState('');
  const asked = useRef('');
  const submit = (event: Event): void => {
    event.preventDefault();
    const precision = String(Number(percent) / 100);
    const show = (wanted: Calibration['wanted'], fault = ''): void => {
      // An answer that a later question has overtaken would stand beside the wrong figure.
      if (asked.current !== precision) return;
      setFound(wanted);
      setProblem(fault);
    };
    asked.current = precision;
    get<Calibration>(withQuery('/admin/api/calibration', { precision })).then(
      ({ wanted }) => show(wanted),
      (error: Error) => show(undefined, error.message),
    );
  };
  const derived = found?.thresholds;
  return html`<section class="part" aria-label="Wanted precision"><h2>Thresholds for a wanted precision</h2>
    <form class="wanted" onSubmit=${submit}>
      <label for="wanted-precision">Wanted precision</label>
      <input id="wanted-precision" type="number" min="1" max="100" step="any" required aria-describedby="wanted-hint" value=${percent} onInput=${(event: Event) => setPercent((event.target as HTMLInputElement).value)} /> %
      <button>Derive thresholds</button>
      <p class="note" id="wanted-hint">Of all pairs at least as sure as “Merge from”, the share that is to be of one story.</p>
    </form>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <div role="status">${
      found &&
      html`${
        derived &&
        html`<dl class="figures">
          <div><dt>merge from</dt><dd>${derived.merge}</dd></div>
          <div><dt>ask from</dt><dd>${derived.review}</dd></div>
          <div><dt>precision expected</dt><dd>${showFinePercent(derived.precision)}</dd></div>
          <div><dt>recall expected</dt><dd>${showFinePercent(derived.recall)}</dd></div>
        </dl>`
      }<p>${found.why}</p>`
    }</div>
    ${canUse && derived && html`<div class="choices"><button onClick=${() => use({ merge: derived.merge, review: derived.review })}>Put the derived ones into the fields above</button></div>`}
  </section>`;
}
