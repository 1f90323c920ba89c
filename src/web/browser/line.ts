import { CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import { texts } from './texts.js';

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip);

type YearChart = Chart<'line', (number | null)[]>;

interface Colours {
  line: string;
  ink: string;
  soft: string;
}
interface Years {
  names: string[];
  /** null: hidden, or not known. */
  values: (number | null)[];
  hidden: boolean[];
  unit: string;
}

/**
 * Draws a figure's table over its static drawing, as a line by years that can be pointed at. Like the drawing, it has
 * its figures at its points and no axis of them, so that charts one below the other have their years in line.
 */
export function drawLine(figure: HTMLElement): void {
  const plot = figure.querySelector<HTMLElement>('.plot');
  const table = figure.querySelector('table');
  if (plot === null || table === null) return;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.dataset['summary'] ?? '');
  const colours = coloursOf(plot);
  plot.append(canvas);
  plot.classList.add('live');
  const chart = lineChart(canvas, yearsOf(table), colours);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    paint(chart, coloursOf(plot));
    chart.update();
  });
}

function yearsOf(table: HTMLTableElement): Years {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  return {
    names: rows.map((row) => row.cells[0]?.textContent ?? ''),
    values: rows.map((row) => valueOf(row.cells[1])),
    hidden: rows.map((row) => (row.cells[1]?.querySelector('.masked') ?? null) !== null),
    unit: table.tHead?.rows[0]?.cells[1]?.textContent ?? '',
  };
}

function valueOf(cell: HTMLTableCellElement | undefined): number | null {
  const text = cell?.dataset['value'] ?? '';
  return text === '' ? null : Number(text);
}

/** Read from the static drawing, which the stylesheet has coloured. */
function coloursOf(plot: HTMLElement): Colours {
  const fill = (selector: string): string => {
    const element = plot.querySelector(selector);
    return element === null ? 'gray' : getComputedStyle(element).fill;
  };
  return { line: fill('circle'), ink: fill('.v'), soft: fill('text:not(.v)') };
}

function lineChart(canvas: HTMLCanvasElement, years: Years, colours: Colours): YearChart {
  const chart: YearChart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: years.names,
      datasets: [{ label: years.unit, data: years.values, borderWidth: 3, pointRadius: 4.5, pointHoverRadius: 6 }],
    },
    options: {
      animation: false,
      locale: texts.locale,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 26, right: 30, left: 30 } },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0, font: { size: 13 } } },
        y: { beginAtZero: true, display: false },
      },
    },
    plugins: [
      {
        id: 'figures',
        afterDatasetsDraw: (drawn) => {
          writeFigures(drawn, years.values);
          markHidden(drawn, years.hidden);
        },
      },
    ],
  });
  paint(chart, colours);
  chart.update();
  return chart;
}

function paint(chart: YearChart, { line, ink, soft }: Colours): void {
  for (const dataset of chart.data.datasets) {
    dataset.borderColor = line;
    dataset.backgroundColor = line;
  }
  chart.options.color = ink;
  const { x } = chart.options.scales ?? {};
  if (x === undefined) return;
  x.ticks = { ...x.ticks, color: soft };
  x.border = { color: soft };
}

/** The figures above their points: as many as there is room for, counted from the last that is known. */
function writeFigures(chart: Chart, values: readonly (number | null)[]): void {
  const { ctx } = chart;
  const points = chart.getDatasetMeta(0).data;
  const step = (points[1]?.x ?? chart.width) - (points[0]?.x ?? 0);
  ctx.save();
  ctx.fillStyle = inkOf(chart);
  ctx.font = '600 13px system-ui, sans-serif';
  ctx.textAlign = 'center';
  const words = values.map((value) => value?.toLocaleString(texts.locale) ?? '');
  const width = Math.max(...words.map((word) => ctx.measureText(word).width));
  const every = Math.ceil((width + 8) / step);
  const last = values.findLastIndex((value) => value !== null);
  points.forEach((point, index) => {
    const x = Math.min(Math.max(point.x, width / 2), chart.width - width / 2);
    if ((last - index) % every === 0) ctx.fillText(words[index] ?? '', x, point.y - 12);
  });
  ctx.restore();
}

/** A hidden year has its own sign at the foot of the chart, whatever its figure. */
function markHidden(chart: Chart, hidden: readonly boolean[]): void {
  const { ctx, chartArea, scales } = chart;
  ctx.save();
  ctx.strokeStyle = inkOf(chart);
  ctx.setLineDash([3, 2]);
  hidden.forEach((isHidden, index) => {
    const x = scales['x']?.getPixelForValue(index);
    if (isHidden && x !== undefined) ctx.strokeRect(x - 6, chartArea.bottom - 16, 12, 12);
  });
  ctx.restore();
}

function inkOf(chart: Chart): string {
  const { color } = chart.options;
  return typeof color === 'string' ? color : 'gray';
}
