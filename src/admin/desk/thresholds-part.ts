import { useState } from 'preact/hooks';
import { request, withQuery } from '../api';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { SimulationReport } from './simulation-report';
import type { Settings, Simulation, Thresholds } from './wire';

interface ThresholdsProps {
  readonly settings: Settings;
  /** What the fields begin with. */
  readonly start: Thresholds;
  readonly canSave: boolean;
  readonly save: (change: object) => Promise<void>;
}

/** The two thresholds; the one for merging has to be tried out before it can be saved. */
export function ThresholdsPart({ settings, start, canSave, save }: ThresholdsProps): View {
  const [merge, setMerge] = useState(start.merge);
  const [review, setReview] = useState(start.review);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<Simulation>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { thresholds, defaults } = settings;
  const isChanged = merge !== thresholds.merge || review !== thresholds.review;
  const isTried = merge === thresholds.merge || tried?.merge === merge;
  const isSound = review <= merge;
  const tryOut = (): void => {
    setBusy(true);
    setProblem('');
    request<Simulation>('POST', withQuery('/admin/api/simulate'), { merge })
      .then(setTried, (error: Error) => setProblem(error.message))
      .finally(() => setBusy(false));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isTried) tryOut();
    else if (canSave && isChanged && isSound) {
      // What equals the default is left to the default.
      const own = (name: keyof Thresholds, value: number) => (value === defaults[name] ? null : value);
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      void save({ thresholds: { merge: own('merge', merge), review: own('review', review) }, ...why });
    }
  };
  useKeys('Thresholds', 'story', [{ key: 't', does: 'Try the merge threshold out', run: tryOut }]);
  return html`<section class="part" aria-label="Thresholds"><h2>Thresholds</h2>
    <form class="fields" onSubmit=${submit}>
      <${Threshold} name="merge" words="Merge from" hint="Articles at least this sure to be of one story are merged." value=${merge} set=${setMerge} standard=${defaults.merge} />
      <${Threshold} name="review" words="Ask from" hint="Between this and the above a reviewer is asked; below, nobody is." value=${review} set=${setReview} standard=${defaults.review} />
      ${!isSound && html`<p class="problem" role="alert">“Ask from” must not be above “Merge from”.</p>`}
      ${canSave && isChanged && html`<label>Why? <input type="text" class="line" dir="auto" maxlength="2000" placeholder="May be left empty" value=${reason} onInput=${(event: Event) => setReason((event.target as HTMLInputElement).value)} /></label>`}
      <div class="choices">
        <button type="button" onClick=${tryOut} disabled=${busy}>${busy ? 'Trying …' : 'Try out'} <kbd>t</kbd></button>
        ${canSave && html`<button class="primary" type="submit" disabled=${!isChanged || !isSound || !isTried}>Save</button>`}
        ${canSave && isChanged && !isTried && html`<span class="note">Try it out first: then you see what it would have done.</span>`}
      </div>
    </form>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${tried && html`<${SimulationReport} found=${tried} />`}
  </section>`;
}

interface ThresholdProps {
  readonly name: string;
  readonly words: string;
  readonly hint: string;
  readonly value: number;
  readonly set: (value: number) => void;
  readonly standard: number;
}

function Threshold({ name, words, hint, value, set, standard }: ThresholdProps): View {
  const onInput = (event: Event): void => {
    const typed = Number((event.target as HTMLInputElement).value);
    if (typed >= 0.01 && typed <= 0.999) set(typed);
  };
  return html`<div class="threshold">
    <label for=${`${name}-number`}>${words}</label>
    <input type="range" min="0.01" max="0.999" step="0.001" aria-label=${`${words}, slider`} value=${value} onInput=${onInput} />
    <input id=${`${name}-number`} type="number" min="0.01" max="0.999" step="any" aria-describedby=${`${name}-hint`} value=${value} onChange=${onInput} />
    <p class="note" id=${`${name}-hint`}>${hint} ${value === standard ? 'As the service has it.' : html`The service has ${standard}. <button type="button" class="link" onClick=${() => set(standard)}>Use that</button>`}</p>
  </div>`;
}
