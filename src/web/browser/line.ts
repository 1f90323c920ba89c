import { CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import { texts } from './texts.js';

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip);

interface Colours {
  line: string;
  soft: string;
  grid: string;
}

/** Draws a figure's table over its static drawing, as a line by years that can be pointed at. */
export function drawLine(figure: HTMLElement): void {
  const plot = figure.querySelector<HTMLElement>('.plot');
  const table = figure.querySelector('table');
  if (plot === null || table === null) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const years = rows.map((row) => row.cells[0]?.textContent ?? '');
  const values = rows.map((row) => valueOf(row.cells[1]));
  const unit = table.tHead?.rows[0]?.cells[1]?.textContent ?? '';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.dataset['summary'] ?? '');
  const colours = coloursOf(plot);
  plot.append(canvas);
  plot.classList.add('live');
  const chart = lineChart(canvas, { years, values, unit }, colours);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    paint(chart, coloursOf(plot));
    chart.update();
  });
}

function valueOf(cell: HTMLTableCellElement | undefined): number | null {
  const text = cell?.dataset['value'] ?? '';
  return text === '' ? null : Number(text);
}

/** Read from the static drawing, which the stylesheet has coloured. */
function coloursOf(plot: HTMLElement): Colours {
  const colour = (selector: string, property: 'stroke' | 'fill'): string => {
    const element = plot.querySelector(selector);
    return element === null ? 'currentColor' : getComputedStyle(element)[property];
  };
  return { line: colour('circle', 'fill'), soft: colour('text:not(.v)', 'fill'), grid: colour('.base', 'stroke') };
}

function lineChart(
  canvas: HTMLCanvasElement,
  data: { years: string[]; values: (number | null)[]; unit: string },
  colours: Colours,
): Chart<'line', (number | null)[]> {
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: data.years,
      datasets: [{ label: data.unit, data: data.values, borderWidth: 3, pointRadius: 4.5, pointHoverRadius: 6 }],
    },
    options: {
      animation: false,
      locale: texts.locale,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 8, right: 12 } },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0 } },
        y: { beginAtZero: true, ticks: { maxTicksLimit: 5, precision: 0 } },
      },
    },
    plugins: [
      {
        id: 'masked',
        afterDatasetsDraw: (drawn) => {
          markMasked(drawn, data.values);
        },
      },
    ],
  });
  paint(chart, colours);
  chart.update();
  return chart;
}

function paint(chart: Chart<'line', (number | null)[]>, colours: Colours): void {
  for (const dataset of chart.data.datasets) {
    dataset.borderColor = colours.line;
    dataset.backgroundColor = colours.line;
  }
  chart.options.color = colours.soft;
  for (const scale of Object.values(chart.options.scales ?? {})) {
    if (scale === undefined) continue;
    scale.ticks = { ...scale.ticks, color: colours.soft };
    scale.grid = { ...scale.grid, color: colours.grid.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.2)') };
  }
}

/** A masked year has its own sign at the foot of the chart, whatever its figure. */
function markMasked(chart: Chart, values: (number | null)[]): void {
  const { ctx, chartArea, scales } = chart;
  const colour = chart.options.color;
  ctx.save();
  ctx.strokeStyle = typeof colour === 'string' ? colour : 'gray';
  ctx.setLineDash([3, 2]);
  values.forEach((value, index) => {
    const x = scales['x']?.getPixelForValue(index);
    if (value === null && x !== undefined) ctx.strokeRect(x - 6, chartArea.bottom - 16, 12, 12);
  });
  ctx.restore();
}
