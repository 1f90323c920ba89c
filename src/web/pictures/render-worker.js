/** Turns SVG into PNG, in a thread of its own: it takes tens of milliseconds that no request should wait for. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

await initWasm(readFileSync(workerData.program));
const fontBuffers = workerData.fonts.map((file) => readFileSync(file));

parentPort.on('message', (svg) => {
  // nothing but the fonts given: the same picture on every machine
  const drawing = new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  parentPort.postMessage(png);
});
