import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { html, type View } from './html';

interface ChartProps {
  readonly title: string;
  /** What is shown in words, for those who do not see the chart. */
  readonly summary: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly kind: 'time' | 'bars';
}

const HEIGHT = 170;
/** Shown of the past; older points are kept no longer. */
const WINDOW_SECONDS = 600;

/** A line over time, or bars over shares from 0 to 1; follows the width of its place and the colours of the page. */
export function Chart({ title, summary, x, y, kind }: ChartProps): View {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const make = (): void => {
      plot.current?.destroy();
      plot.current = new uPlot(optionsOf(kind, element.clientWidth), [[...x], [...y]], element);
    };
    make();
    const resized = new ResizeObserver(() =>
      plot.current?.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resized.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', make);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', make);
      plot.current?.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData([[...x], [...y]]), [x, y]);
  return html`<section class="chart"><h2>${title}</h2><div ref=${place} role="img" aria-label=${summary}></div></section>`;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const showClock = (seconds: number): string => clock.format(seconds * 1_000);

function optionsOf(kind: ChartProps['kind'], width: number): uPlot.Options {
  const color = (name: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = {
    stroke: color('--quiet'),
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui',
  };
  const accent = color('--accent');
  const bars = uPlot.paths.bars?.({ size: [0.85, 40], align: -1 });
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x:
        kind === 'time'
          ? { time: true, range: (_, __, max) => [max - WINDOW_SECONDS, max] }
          : { time: false, range: [0, 1] },
      y: { range: (_, __, max) => [0, Math.max(max * 1.1, 1)] },
    },
    axes: [
      kind === 'time' ? { ...axis, values: (_, splits) => splits.map(showClock) } : axis,
      { ...axis, size: 48 },
    ],
    series: [
      {},
      kind === 'time'
        ? { stroke: accent, width: 1.5, points: { show: false } }
        : { fill: accent, stroke: accent, width: 0, points: { show: false }, ...(bars && { paths: bars }) },
    ],
  };
}
