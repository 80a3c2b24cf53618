import { useEffect, useState } from 'preact/hooks';
import { ApiError, collection, get, request, withQuery } from '../api';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { may, NeedsScope, type ViewProps } from '../lazy-view';
import { goTo } from '../location';
import { say } from '../toasts';
import { CalibrationPart } from './calibration-part';
import { RulesPart } from './rules-part';
import { ThresholdsPart } from './thresholds-part';
import { WantedPart } from './wanted-part';
import type { Settings } from './wire';

/** What is set for the collection: thresholds, tried out before they are saved, and the rules of the merged text. */
export function SettingsView({ scopes }: ViewProps): View {
  const [settings, setSettings] = useState<Settings>();
  const [suggested, setSuggested] = useState<Settings['thresholds']>();
  const [problem, setProblem] = useState('');
  const load = (): void =>
    void get<Settings>(withQuery('/admin/api/settings')).then(setSettings, (error: Error) =>
      setProblem(error.message),
    );
  useEffect(load, []);
  useReassessment(settings, setSettings);
  const isAllowed = may(scopes, 'admin');
  const save = async (change: object): Promise<void> => {
    try {
      const body = { revision: settings?.revision, ...change };
      setSettings(await request<Settings>('PUT', withQuery('/admin/api/settings'), body));
      setSuggested(undefined);
      say('Saved. Workers go by it within seconds.');
    } catch (error) {
      const fresh = error instanceof ApiError && error.is('stale-settings');
      if (fresh) load();
      say(
        fresh
          ? 'Somebody else changed the settings meanwhile: here they are, yours are not saved.'
          : (error as Error).message,
      );
    }
  };
  useKeys('Settings', 'list', [{ key: 'Escape', does: 'To the queue', run: () => goTo('queue') }]);
  if (problem) return html`<main class="sheet"><p class="problem" role="alert">${problem}</p></main>`;
  if (!settings) return html`<main class="sheet" aria-busy="true"></main>`;
  const key = `${settings.revision} ${suggested ? JSON.stringify(suggested) : ''}`;
  return html`<main class="sheet settings"><header class="head"><h1>Settings</h1>
      <p class="lead">Of the collection <strong>${collection}</strong>. Every change is in the log, and concerns articles that come from then on.</p></header>
    ${!isAllowed && html`<${NeedsScope} scope="admin" what="Changing settings" />`}
    ${settings.reassessing && html`<p class="needs" role="status">The thresholds have changed: the queue is being looked at again in the background, ${settings.reassessing.done} of about ${settings.reassessing.stories} stories so far. What is listed may still go by the thresholds of before.</p>`}
    <${ThresholdsPart} key=${`thresholds ${key}`} settings=${settings} start=${suggested ?? settings.thresholds} canSave=${isAllowed} save=${save} />
    <${WantedPart} canUse=${isAllowed} use=${setSuggested} />
    <${CalibrationPart} key=${`calibration ${settings.revision}`} canUse=${isAllowed} use=${setSuggested} />
    <${RulesPart} key=${`rules ${settings.revision}`} rules=${settings.rules} set=${settings.set.rules} canSave=${isAllowed} save=${save} />
  </main>`;
}

/** How often it is asked whether the queue has been looked at again. */
const EVERY_MS = 3_000;

function useReassessment(settings: Settings | undefined, setSettings: (fresh: Settings) => void): void {
  const isOn = settings?.reassessing != null;
  useEffect(() => {
    if (!isOn) return undefined;
    const read = (): void =>
      void get<Settings>(withQuery('/admin/api/settings')).then(
        // Another revision would throw away what is being typed: it is told of when it is saved.
        (fresh) => fresh.revision === settings?.revision && setSettings(fresh),
        () => undefined,
      );
    const timer = setInterval(read, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOn, settings?.revision]);
}
