import { useState } from 'preact/hooks';
import { html, type View } from '../html';
import type { RuleName, Rules } from './wire';

const FIELDS = { title: 'Title', lead: 'First lines', body: 'Text' } as const;
type Field = keyof typeof FIELDS;

const RULES: Readonly<Record<RuleName, string>> = {
  earliest: 'the earliest article',
  mostComplete: 'the most complete article',
  mostCentral: 'the article most like the others',
  sourcePriority: 'the outlet highest in the list below',
};

interface RulesProps {
  readonly rules: Rules;
  /** Names of what is not as the service has it. */
  readonly set: readonly string[];
  readonly canSave: boolean;
  readonly save: (change: object) => Promise<void>;
}

/** Which article each part of the merged text is taken from. */
export function RulesPart({ rules, set, canSave, save }: RulesProps): View {
  const [first, setFirst] = useState<Readonly<Record<Field, RuleName>>>({
    title: rules.title[0],
    lead: rules.lead[0],
    body: rules.body[0],
  });
  const [outlets, setOutlets] = useState(rules.sourcePriority.join('\n'));
  const fields = Object.keys(FIELDS) as Field[];
  const names = outlets
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const changed = fields.filter((field) => first[field] !== rules[field][0]);
  const isChanged = changed.length > 0 || names.join('\n') !== rules.sourcePriority.join('\n');
  const submit = (event: Event): void => {
    event.preventDefault();
    const chosen = changed.map((field) => [
      field,
      [first[field], ...rules[field].filter((rule) => rule !== first[field])],
    ]);
    void save({ rules: { ...Object.fromEntries(chosen), sourcePriority: names } });
  };
  const reset = (): void =>
    void save({ rules: Object.fromEntries([...fields, 'sourcePriority'].map((name) => [name, null])) });
  return html`<section class="part"><h2>Where the merged text comes from</h2>
    <form class="fields" onSubmit=${submit}>
      ${fields.map(
        (field) => html`<label>${FIELDS[field]}: first of all from
          <select value=${first[field]} disabled=${!canSave} onChange=${(event: Event) => setFirst({ ...first, [field]: (event.target as HTMLSelectElement).value })}>
            ${Object.entries(RULES).map(([rule, words]) => html`<option value=${rule}>${words}</option>`)}</select></label>`,
      )}
      <label>Outlets in order of preference, one a line
        <textarea rows="4" dir="auto" disabled=${!canSave} value=${outlets} onInput=${(event: Event) => setOutlets((event.target as HTMLTextAreaElement).value)}></textarea></label>
      ${
        canSave &&
        html`<div class="choices"><button class="primary" disabled=${!isChanged}>Save</button>
          ${set.length > 0 && html`<button type="button" onClick=${reset}>As the service has it</button>`}</div>`
      }
    </form></section>`;
}
