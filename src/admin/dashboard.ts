import { useEffect, useState } from 'preact/hooks';
import { get, withQuery } from './api';
import { Chart } from './chart';
import { html, type View } from './html';
import { bucketsOf, parseMetrics, quantileOf, type Sample, sumOf } from './metrics';
import { showNumber, showPercent } from './show';
import type { Page } from './wire';

const EVERY_MS = 3_000;
/** Ten minutes of points. */
const KEPT = 200;

interface Point {
  readonly at: number;
  readonly samples: readonly Sample[];
  /** Stories that wait for a reviewer. */
  readonly backlog: number | undefined;
}

/** How the service does: rates from counters, read every few seconds while the view is shown. */
export function Dashboard(): View {
  const { points, problem } = usePoints();
  const last = points.at(-1);
  const trouble = problem && html`<p class="problem" role="alert">${problem}</p>`;
  if (!last)
    return html`<main class="dashboard" aria-busy=${!problem}><h1>Reading the figures …</h1>${trouble}</main>`;
  const x = points.map(({ at }) => at / 1_000);
  const depth = points.map(({ samples }) => depthOf(samples));
  const rate = points.map((point, i) => ratePerSecond(points[i - 1], point));
  const lag = quantileOf(bucketsOf(last.samples, 'storyfold_event_lag_seconds'), 0.95);
  const probabilities = bucketsOf(last.samples, 'storyfold_match_probability').filter(
    ({ upTo }) => upTo <= 1,
  );
  return html`<main class="dashboard">
    <h1>How the service does <a href="/admin/queues">Board of queues</a></h1>
    ${trouble}
    <dl class="figures">
      ${figure('Articles a second', show(rate.at(-1)))}
      ${figure('Jobs waiting', showNumber(depth.at(-1) ?? 0))}
      ${figure('Event lag, 95 of 100 below', lag === undefined ? '–' : Number.isFinite(lag) ? `${lag} s` : 'over 300 s')}
      ${figure('Articles that matched', showShare(mergeRate(probabilities)))}
      ${figure('To review', show(last.backlog))}
      ${figure('Articles posted', showNumber(sumOf(last.samples, 'storyfold_articles_posted_total')))}
    </dl>
    <${Chart} title="Articles a second" kind="time" x=${x} y=${rate} summary=${`Articles a second, now ${show(rate.at(-1))}`} />
    <${Chart} title="Jobs waiting in queues" kind="time" x=${x} y=${depth} summary=${`Jobs waiting, now ${depth.at(-1)}`} />
    <${Chart} title="Stories to review" kind="time" x=${x} y=${points.map(({ backlog }) => backlog ?? null)} summary=${`Stories to review, now ${show(last.backlog)}`} />
    <${Chart} title="Probability of the best match of each article" kind="bars" x=${probabilities.map(({ upTo }) => upTo - 0.05)} y=${probabilities.map(({ count }) => count)} summary="How many articles had a best match of each probability" />
  </main>`;
}

const figure = (name: string, value: string): View => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
const show = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : showNumber(Math.round(value * 10) / 10);
const showShare = (value: number | undefined): string => (value === undefined ? '–' : showPercent(value));

const depthOf = (samples: readonly Sample[]): number =>
  sumOf(samples, 'storyfold_queue_jobs', { state: 'waiting' }) +
  sumOf(samples, 'storyfold_queue_jobs', { state: 'active' });

/** Articles posted between two points; null at the first, and when a process started its counters again. */
function ratePerSecond(before: Point | undefined, point: Point): number | null {
  if (!before) return null;
  const posted = ({ samples }: Point): number => sumOf(samples, 'storyfold_articles_posted_total');
  const difference = posted(point) - posted(before);
  return difference < 0 ? null : (difference / (point.at - before.at)) * 1_000;
}

/** Share of the articles whose best match is likelier than not. */
function mergeRate(
  buckets: readonly { readonly upTo: number; readonly count: number }[],
): number | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  const likely = buckets.filter(({ upTo }) => upTo > 0.5).reduce((sum, { count }) => sum + count, 0);
  return total > 0 ? likely / total : undefined;
}

function usePoints(): { readonly points: readonly Point[]; readonly problem: string } {
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      if (document.hidden) return;
      const [text, reviews] = await Promise.all([
        readMetrics(),
        get<Page<unknown>>(withQuery('/admin/api/reviews', { limit: '1' })).catch(() => undefined),
      ]);
      const point = { at: Date.now(), samples: parseMetrics(text), backlog: reviews?.total };
      if (isOver) return;
      setPoints((before) => [...before.slice(1 - KEPT), point]);
      setProblem('');
    };
    const tryToRead = (): void =>
      void read().catch((error: Error) => setProblem(`${error.message} The figures are not of now.`));
    tryToRead();
    const timer = setInterval(tryToRead, EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);
  return { points, problem };
}

async function readMetrics(): Promise<string> {
  const response = await fetch('/metrics').catch(() => {
    throw new Error('The service cannot be reached.');
  });
  if (!response.ok) throw new Error(`The service answered ${response.status}.`);
  return response.text();
}
