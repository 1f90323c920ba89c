import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy, ServiceUnavailableException } from '@nestjs/common';

/** A picture takes a fraction of a second; one that takes longer than this is given up. */
const TIME_LIMIT_MS = 10_000;
/** More than these are refused: whoever waits that long has gone. */
const WAITING_AT_MOST = 16;
/** The thread holds some tens of megabytes: it goes when nobody asks for pictures. */
const IDLE_MS = 30_000;

/** Draws SVG as PNG, one picture after the other, in a thread of its own. */
@Injectable()
export class PictureRenderer implements OnModuleDestroy {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: NodeJS.Timeout | undefined;

  /** @throws ServiceUnavailableException when too many wait, or the picture takes too long; Error when it is no SVG */
  async render(svg: string): Promise<Buffer> {
    if (this.waiting >= WAITING_AT_MOST) throw new ServiceUnavailableException();
    this.waiting += 1;
    const drawn = this.last.then(() => this.draw(svg));
    this.last = drawn.catch(() => undefined);
    try {
      return await drawn;
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) this.rest();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private async draw(svg: string): Promise<Buffer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= startWorker());
    try {
      return await answerOf(worker, svg);
    } catch (error) {
      // what failed in it may have left it in any state
      await this.stop();
      throw error;
    }
  }

  private rest(): void {
    this.idle = setTimeout(() => void this.stop(), IDLE_MS);
    this.idle.unref();
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }
}

function startWorker(): Worker {
  // where the packages lie, whether this is built or not
  const require = createRequire(import.meta.url);
  const program = require.resolve('@resvg/resvg-wasm/index_bg.wasm');
  const fonts = [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ];
  const worker = new Worker(new URL('./render-worker.js', import.meta.url), { workerData: { program, fonts } });
  // the service may end while it idles
  worker.unref();
  return worker;
}

async function answerOf(worker: Worker, svg: string): Promise<Buffer> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  worker.postMessage(svg);
  try {
    const [png] = (await once(worker, 'message', { signal: limit })) as [Uint8Array];
    return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  } catch (error) {
    throw limit.aborted ? new ServiceUnavailableException() : error;
  }
}
